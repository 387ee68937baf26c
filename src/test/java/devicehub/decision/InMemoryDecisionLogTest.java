package devicehub.decision;

final class InMemoryDecisionLogTest implements DecisionLogContract, HeldCycleContract {
  private final DecisionLog log = new InMemoryDecisionLog();

  @Override
  public DecisionLog decisions() {
    return log;
  }
}
