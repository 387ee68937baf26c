package devicehub.format;

import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;

/** Tells files of another kind by how they begin, whatever they are named. */
final class Magic {
  private static final Map<String, String> KINDS =
      Map.of(
          "504b0304", "a ZIP archive or an Excel workbook",
          "504b0506", "an empty ZIP archive",
          "1f8b", "compressed with gzip, which this feed does not allow",
          "d0cf11e0", "an old Excel workbook",
          "25504446", "a PDF",
          "53514c69", "a database");

  private Magic() {}

  static void refuseBinary(byte[] head) throws BadInput {
    String start = HexFormat.of().formatHex(head, 0, Math.min(4, head.length));
    for (Map.Entry<String, String> kind : KINDS.entrySet()) {
      if (start.startsWith(kind.getKey())) {
        throw new BadInput(0, "is " + kind.getValue());
      }
    }
  }

  /** Refuses web pages, which servers send in place of data to those who are not logged in. */
  static void refuseMarkup(String head, String expected) throws BadInput {
    String start = head.stripLeading();
    if (start.startsWith("<")) {
      String page = start.toLowerCase(Locale.ROOT);
      boolean html = page.startsWith("<!doctype html") || page.contains("<html");
      throw new BadInput(
          1, "is " + (html ? "an HTML page, such as a login page" : "XML") + ", not " + expected);
    }
  }
}
