package devicehub.device;

/**
 * The operating system family a device runs; iPadOS counts as {@link #IOS}, Wear OS and Android TV
 * as {@link #ANDROID}.
 */
public enum Platform {
  IOS,
  ANDROID,
  WINDOWS,
  WINDOWS_PHONE,
  MACOS,
  BLACKBERRY,
  SYMBIAN,
  CHROMEOS,
  WATCHOS,
  TVOS,
  UNKNOWN;

  public boolean known() {
    return this != UNKNOWN;
  }

  /**
   * Compares two platforms.
   *
   * <p>Windows against Windows Phone is {@code UNKNOWN}: Windows 10 Mobile calls itself {@code
   * Windows 10.0.14393} like the desktop does, and UEMs file both under {@code Windows}.
   */
  public Likeness compare(Platform other) {
    if (!known() || !other.known()) {
      return Likeness.UNKNOWN;
    }
    if (this == other) {
      return Likeness.SAME;
    }
    return windows() && other.windows() ? Likeness.UNKNOWN : Likeness.DIFFERENT;
  }

  private boolean windows() {
    return this == WINDOWS || this == WINDOWS_PHONE;
  }
}
