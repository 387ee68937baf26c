package devicehub.report;

import java.util.Locale;

/** How codes and numbers read: {@code SMARTPHONE} is a smartphone, 12345 is 12,345. */
final class Words {
  private Words() {}

  /** The code itself, or nothing for {@code UNKNOWN}. */
  static String known(Enum<?> code) {
    return code.name().equals("UNKNOWN") ? "" : code.name();
  }

  /** {@code 1,234,567}, in every locale. */
  static String number(long number) {
    String digits = Long.toString(number);
    if (number > -1000 && number < 1000) {
      return digits;
    }
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** {@code 1 exception}, {@code 2 exceptions}. */
  static String count(long number, String one, String many) {
    return number(number) + " " + (number == 1 ? one : many);
  }
}
