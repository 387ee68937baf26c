package devicehub.decision;

/** Somebody released a cycle that does not wait, or not any more. */
public final class NoHeldCycleException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public NoHeldCycleException(CycleRelease release) {
    super("no held cycle %d waits for a release".formatted(release.held()));
  }
}
