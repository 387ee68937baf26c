package devicehub.faults;

/**
 * The numbered inputs. An odd number's phone is enrolled and merges; an even number's is not, and
 * is an exception.
 *
 * <pre>
 *   7  user7@acme.example  ApplF4H6KH100007   merges with enrolled:ApplF4H6KH100007
 *   8  user8@acme.example  ApplF4H6KH100008   OWNER_HAS_NO_ENROLLMENT
 * </pre>
 */
final class Rows {
  static final String MAIL =
      "\"DisplayName\",\"PrimarySMTPAddress\",\"DeviceID\",\"DeviceType\",\"DeviceModel\"\r\n";

  static final String ENROLLED = "id,serial,owner,manufacturer,model,platform\r\n";

  /** Numbers up to this one may be used in one run. */
  static final int MOST = 8_000;

  private Rows() {}

  static boolean merges(int number) {
    return number % 2 == 1;
  }

  static String device(int number) {
    return "ApplF4H6KH" + (100_000 + number);
  }

  static String user(int number) {
    return "user" + number + "@acme.example";
  }

  /** The record's id within its mail feed. */
  static String id(int number) {
    return user(number) + "/" + device(number);
  }

  static String mail(int number) {
    return MAIL + mailRow(number);
  }

  static String mailRow(int number) {
    return "\"User %d\",\"%s\",\"%s\",\"iPhone\",\"iPhone10C4\"\r\n"
        .formatted(number, user(number), device(number));
  }

  /** A full export of this many phones, in a wording that no other turn has. */
  static String shrinking(int phones, int turn) {
    StringBuilder csv = new StringBuilder(MAIL);
    for (int i = 0; i < phones; i++) {
      csv.append(
          "\"Turn %d\",\"gone%d@acme.example\",\"ApplF4H6KX%d\",\"iPhone\",\"\"\r\n"
              .formatted(turn, i, 100_000 + i));
    }
    return csv.toString();
  }

  static String enrolled() {
    StringBuilder csv = new StringBuilder(ENROLLED);
    for (int number = 1; number <= MOST; number += 2) {
      csv.append(enrolledRow(number));
    }
    return csv.toString();
  }

  static String enrolledRow(int number) {
    String device = device(number);
    return "%s,%s,%s,Apple,\"iPhone10,4\",iOS\r\n"
        .formatted(device, device.substring("Appl".length()), user(number));
  }
}
