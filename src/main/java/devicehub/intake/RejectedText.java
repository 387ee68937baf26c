package devicehub.intake;

/** The start of a rejected row, enough to find it by. */
final class RejectedText {
  private static final int LIMIT = 200;

  private RejectedText() {}

  static String of(Row row) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < row.width() && text.length() <= LIMIT; i++) {
      text.append(i == 0 ? "" : ",").append(row.cell(i).replace('\n', ' ').replace('\r', ' '));
    }
    return text.length() > LIMIT ? text.substring(0, LIMIT) + "…" : text.toString();
  }
}
