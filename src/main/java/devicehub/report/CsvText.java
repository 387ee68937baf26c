package devicehub.report;

import devicehub.device.DeviceRecord;
import devicehub.device.RecordText;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * Writes CSV as RFC 4180 has it, in UTF-8: cells parted by commas, rows ended by CR LF, quotes only
 * where a cell needs them; and no cell starts a formula ({@link FormulaGuard}).
 *
 * <p>Nearly all cells are plain ASCII ids and addresses, which are copied straight into the buffer;
 * a million rows take a fraction of a second.
 */
final class CsvText {
  private static final int BUFFER = 1 << 16;

  /** With less room than this in the buffer few cells fit. */
  private static final int SCARCE = 1 << 10;

  /** Signs that never need a second look, wherever in a cell they stand. */
  private static final boolean[] PLAIN = new boolean[128];

  /** Signs that need none as the first of a cell. */
  private static final boolean[] PLAIN_FIRST = new boolean[128];

  static {
    for (char c = ' '; c < 127; c++) {
      PLAIN[c] = ",;\"".indexOf(c) < 0;
      PLAIN_FIRST[c] = PLAIN[c] && " =+-@".indexOf(c) < 0;
    }
  }

  private final OutputStream out;
  private final byte[] buffer = new byte[BUFFER];
  private final IsoTimes times = new IsoTimes();
  private int at;
  private boolean rowBegun;

  CsvText(OutputStream out) {
    this.out = out;
  }

  CsvText row(String... cells) throws IOException {
    for (String cell : cells) {
      cell(cell);
    }
    return endRow();
  }

  CsvText cell(Instant time) throws IOException {
    return cell(times.text(time));
  }

  CsvText cell(long number) throws IOException {
    return cell(Long.toString(number));
  }

  CsvText cell(String text) throws IOException {
    if (rowBegun) {
      put((byte) ',');
    }
    rowBegun = true;
    if (!copied(text)) {
      careful(text);
    }
    return this;
  }

  /** A record's text, whose letters need no string where they are plain. */
  CsvText cell(DeviceRecord record, RecordText text) throws IOException {
    if (BUFFER - at < SCARCE) {
      flush();
    }
    int from = rowBegun ? at + 1 : at;
    int length = text.copy(record, buffer, from);
    if (!isPlain(from, length)) {
      return cell(text.of(record));
    }
    if (rowBegun) {
      put((byte) ',');
    }
    rowBegun = true;
    at = from + length;
    return this;
  }

  private boolean isPlain(int from, int length) {
    if (length < 0 || (length > 0 && (buffer[from] < 0 || !PLAIN_FIRST[buffer[from]]))) {
      return false;
    }
    for (int i = from; i < from + length; i++) {
      if (buffer[i] < 0 || !PLAIN[buffer[i]]) {
        return false;
      }
    }
    return true;
  }

  CsvText endRow() throws IOException {
    put((byte) '\r');
    put((byte) '\n');
    rowBegun = false;
    return this;
  }

  void flush() throws IOException {
    out.write(buffer, 0, at);
    at = 0;
  }

  /** Copies a plain cell; false, with nothing copied, if any sign of it needs a second look. */
  private boolean copied(String text) throws IOException {
    int length = text.length();
    if (length == 0) {
      return true;
    }
    if (length > BUFFER - at) {
      flush();
      if (length > BUFFER) {
        return false;
      }
    }
    char first = text.charAt(0);
    if (first >= 128 || !PLAIN_FIRST[first]) {
      return false;
    }
    int to = at;
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c >= 128 || !PLAIN[c]) {
        return false;
      }
      buffer[to++] = (byte) c;
    }
    at = to;
    return true;
  }

  private void careful(String text) throws IOException {
    String cell = FormulaGuard.defang(WellFormed.of(text));
    boolean quoted =
        cell.chars().anyMatch(c -> c == ',' || c == ';' || c == '"' || c < ' ' || c == 0x7F);
    if (quoted) {
      put((byte) '"');
    }
    for (byte b : cell.getBytes(StandardCharsets.UTF_8)) {
      if (b == '"') {
        put(b);
      }
      put(b);
    }
    if (quoted) {
      put((byte) '"');
    }
  }

  private void put(byte b) throws IOException {
    if (at == BUFFER) {
      flush();
    }
    buffer[at++] = b;
  }
}
