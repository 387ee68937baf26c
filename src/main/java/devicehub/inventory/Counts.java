package devicehub.inventory;

/**
 * What became of the rows of one input; nothing is lost between them: {@code rowsIn = accepted +
 * duplicate + rejected + ignored + held}.
 */
public record Counts(
    long rowsIn, long accepted, long duplicate, long rejected, long ignored, long held) {
  public static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0);

  public Counts {
    if (rowsIn != accepted + duplicate + rejected + ignored + held) {
      throw new IllegalArgumentException(
          "%d rows in, but %d accepted + %d duplicate + %d rejected + %d ignored + %d held"
              .formatted(rowsIn, accepted, duplicate, rejected, ignored, held));
    }
  }

  public Counts plus(Counts more) {
    return new Counts(
        rowsIn + more.rowsIn,
        accepted + more.accepted,
        duplicate + more.duplicate,
        rejected + more.rejected,
        ignored + more.ignored,
        held + more.held);
  }

  /** The same rows, all accepted ones held back: the snapshot did not take force. */
  public Counts allHeld() {
    return new Counts(rowsIn, 0, duplicate, rejected, ignored, held + accepted);
  }

  /** The same rows, those held back accepted: a person released the snapshot. */
  public Counts noneHeld() {
    return new Counts(rowsIn, accepted + held, duplicate, rejected, ignored, 0);
  }
}
