package devicehub.device;

/**
 * The kind of device in the hand, on the wrist or on the wall: the "device type" of the reference
 * behaviour.
 *
 * <p>An iPod touch is neither a smartphone nor a tablet and stays {@link #UNKNOWN} unless the
 * source says otherwise.
 */
public enum FormFactor {
  SMARTPHONE,
  TABLET,
  COMPUTER,
  WATCH,
  TV,
  UNKNOWN;

  public boolean known() {
    return this != UNKNOWN;
  }

  /**
   * Whether a device of this kind is no mail client of its own: a watch shows the mail of its
   * phone, a television none.
   */
  boolean readsNoMail() {
    return this == WATCH || this == TV;
  }

  /** Compares two form factors; an unknown one settles nothing. */
  public Likeness compare(FormFactor other) {
    if (!known() || !other.known()) {
      return Likeness.UNKNOWN;
    }
    return this == other ? Likeness.SAME : Likeness.DIFFERENT;
  }
}
