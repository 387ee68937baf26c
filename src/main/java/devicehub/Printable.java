package devicehub;

import java.util.regex.Pattern;

/**
 * What people or feeds wrote, on one line and without what would steer a terminal or let one line
 * pass for another.
 *
 * <pre>
 *   lost↵2 2026-11-29… merge  →  lost 2 2026-11-29… merge
 * </pre>
 */
final class Printable {
  /** Controls, line and paragraph ends, and marks that change the direction of what follows. */
  private static final Pattern STEERS =
      Pattern.compile(
          "[\\p{Cntrl}\\p{Zl}\\p{Zp}\\x{80}-\\x{9F}\\x{202A}-\\x{202E}\\x{2066}-\\x{2069}]+");

  private Printable() {}

  static String of(String text) {
    return STEERS.matcher(text).replaceAll(" ");
  }
}
