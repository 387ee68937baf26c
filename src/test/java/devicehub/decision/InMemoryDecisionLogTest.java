package devicehub.decision;

final class InMemoryDecisionLogTest implements DecisionLogContract {
  private final DecisionLog log = new InMemoryDecisionLog();

  @Override
  public DecisionLog decisions() {
    return log;
  }
}
