package devicehub.report;

import devicehub.device.DeviceRecord;
import devicehub.device.RecordText;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Writes CSV as RFC 4180 has it, in UTF-8: cells parted by commas, rows ended by CR LF, quotes only
 * where a cell needs them; and no cell starts a formula ({@link FormulaGuard}).
 *
 * <p>Nearly all cells are plain ASCII ids and addresses, which are copied straight into the buffer;
 * a million rows take a fraction of a second. So is a cell that is the very string that stood above
 * it, as feeds, rules and times are for rows on end.
 */
final class CsvText {
  /** With this many bytes the buffer is written out, at the end of a row. */
  private static final int FULL = 1 << 16;

  /** Hardly any cell of a record is longer. */
  private static final int CELL = 1 << 10;

  /** Cells further right are not remembered. */
  private static final int COLUMNS = 32;

  /** By byte: what needs a second look, wherever in a cell it stands. */
  private static final boolean[] DOUBTFUL = new boolean[256];

  /** By byte: what needs one as the first of a cell. */
  private static final boolean[] DOUBTFUL_FIRST = new boolean[256];

  static {
    for (int c = 0; c < 256; c++) {
      DOUBTFUL[c] = c < ' ' || c >= 127 || ",;\"".indexOf(c) >= 0;
      DOUBTFUL_FIRST[c] = DOUBTFUL[c] || " =+-@".indexOf(c) >= 0;
    }
  }

  private final OutputStream out;
  private final IsoTimes times = new IsoTimes();
  private byte[] buffer = new byte[FULL + CELL];
  private int at;
  private long flushed;
  private int column;

  /** By column the last string, and where in the buffer it was written. */
  private final @Nullable String[] last = new @Nullable String[COLUMNS];

  private final int[] lastFrom = new int[COLUMNS];
  private final int[] lastTo = new int[COLUMNS];

  CsvText(OutputStream out) {
    this.out = out;
  }

  CsvText row(String... cells) throws IOException {
    for (String cell : cells) {
      cell(cell);
    }
    return endRow();
  }

  CsvText cell(Instant time) {
    return cell(times.text(time));
  }

  CsvText cell(long number) {
    return cell(Long.toString(number));
  }

  CsvText cell(String text) {
    begin();
    int own = Math.min(column, COLUMNS) - 1;
    int from = at;
    if (last[own] == text) { // the same, not an equal one: to compare letters is to write them
      room(lastTo[own] - lastFrom[own]);
      System.arraycopy(buffer, lastFrom[own], buffer, at, lastTo[own] - lastFrom[own]);
      at += lastTo[own] - lastFrom[own];
    } else if (!copied(text)) {
      careful(text);
    }
    last[own] = text;
    lastFrom[own] = from;
    lastTo[own] = at;
    return this;
  }

  /** A record's text, whose letters need no string where they are plain. */
  CsvText cell(DeviceRecord record, RecordText text) {
    room(CELL);
    int from = column == 0 ? at : at + 1;
    int length = text.copy(record, buffer, from);
    if (length < 0 || !isPlain(from, length)) {
      return cell(text.of(record));
    }
    begin();
    at = from + length;
    return this;
  }

  private boolean isPlain(int from, int length) {
    boolean doubt = length > 0 && DOUBTFUL_FIRST[buffer[from] & 0xFF];
    for (int i = from; i < from + length; i++) {
      doubt |= DOUBTFUL[buffer[i] & 0xFF];
    }
    return !doubt;
  }

  CsvText endRow() throws IOException {
    put((byte) '\r');
    put((byte) '\n');
    column = 0;
    if (at >= FULL) {
      flush();
    }
    return this;
  }

  /** How many bytes all rows so far take. */
  long length() {
    return flushed + at;
  }

  /** Writes out what is complete; called between rows. */
  void flush() throws IOException {
    out.write(buffer, 0, at);
    flushed += at;
    at = 0;
    Arrays.fill(last, null);
  }

  private void begin() {
    if (column > 0) {
      put((byte) ',');
    }
    column++;
  }

  /** Copies a plain cell; false, with nothing copied, if any sign of it needs a second look. */
  private boolean copied(String text) {
    int length = text.length();
    room(length);
    boolean doubt = length > 0 && text.charAt(0) < 128 && DOUBTFUL_FIRST[text.charAt(0)];
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      doubt |= c > 127 || DOUBTFUL[c];
      buffer[at + i] = (byte) c;
    }
    at += doubt ? 0 : length;
    return !doubt;
  }

  private void careful(String text) {
    String cell = FormulaGuard.defang(WellFormed.of(text));
    boolean quoted = needsQuotes(cell);
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

  private static boolean needsQuotes(String cell) {
    for (int i = 0; i < cell.length(); i++) {
      char c = cell.charAt(i);
      if (c == ',' || c == ';' || c == '"' || c < ' ' || c == 0x7F) {
        return true;
      }
    }
    return false;
  }

  private void put(byte b) {
    room(1);
    buffer[at++] = b;
  }

  /** The buffer grows where one row needs it to. */
  private void room(int length) {
    if (buffer.length - at < length) {
      buffer = Arrays.copyOf(buffer, Math.max(2 * buffer.length, at + length));
    }
  }
}
