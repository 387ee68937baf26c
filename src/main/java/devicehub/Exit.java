package devicehub;

/** What a command's exit code says. */
final class Exit {
  static final int OK = 0;

  /** Something failed that is neither configuration nor a feed. */
  static final int FAILED = 1;

  static final int BAD_CONFIGURATION = 2;

  /** A feed failed or is held, or the cycle is; the rest was done. */
  static final int FEED_TROUBLE = 3;

  static final int UNKNOWN_RECORD = 4;

  /** The heap is too small; what was confirmed is stored. */
  static final int OUT_OF_MEMORY = 5;

  /** Another hub leads on the database. */
  static final int LED_ELSEWHERE = 6;

  private Exit() {}
}
