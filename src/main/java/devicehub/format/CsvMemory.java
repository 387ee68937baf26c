package devicehub.format;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Hands out the same string again where a column repeats itself, as models, systems and states do:
 * what reads the rows then tells by one look that it has seen a text before. Columns of ids and
 * addresses are soon found out not to repeat, and are left alone.
 */
final class CsvMemory {
  private static final int SLOTS = 1 << 10;
  private static final int LONGEST = 64;
  private static final int TRIAL = 4 * SLOTS;

  private static final class Column {
    private final @Nullable String[] texts = new @Nullable String[SLOTS];
    private int asked;
    private int known;

    /** The cell last asked for, by where it begins in the text; rows are asked twice for some. */
    private int lastFrom = -1;

    private String last = "";
  }

  private @Nullable Column[] columns = new @Nullable Column[32];

  String cell(int column, char[] text, int from, int length) {
    if (length == 0) {
      return "";
    }
    Column memory = column(column);
    if (memory.lastFrom != from) {
      memory.last = cell(memory, text, from, length);
      memory.lastFrom = from;
    }
    return memory.last;
  }

  /** What is asked from now on is of another text. */
  void turnPage() {
    for (@Nullable Column column : columns) {
      if (column != null) {
        column.lastFrom = -1;
        column.last = "";
      }
    }
  }

  private static String cell(Column memory, char[] text, int from, int length) {
    if (length > LONGEST || (memory.asked >= TRIAL && memory.known < TRIAL / 4)) {
      return new String(text, from, length);
    }
    int slot = slot(text, from, from + length);
    @Nullable String known = memory.texts[slot];
    if (memory.asked < TRIAL) {
      memory.asked++;
    }
    if (known != null && isSame(known, text, from, length)) {
      memory.known += memory.asked < TRIAL ? 1 : 0;
      return known;
    }
    String made = new String(text, from, length);
    memory.texts[slot] = made;
    return made;
  }

  private Column column(int column) {
    if (column >= columns.length) {
      columns = Arrays.copyOf(columns, 2 * column);
    }
    @Nullable Column known = columns[column];
    if (known != null) {
      return known;
    }
    Column fresh = new Column();
    columns[column] = fresh;
    return fresh;
  }

  /** Two letters at a time: their sum need not wait for the one of those before. */
  private static int slot(char[] text, int from, int to) {
    int hash = 0;
    int i = from;
    for (; i + 1 < to; i += 2) {
      hash = 961 * hash + (31 * text[i] + text[i + 1]);
    }
    hash = i < to ? 31 * hash + text[i] : hash;
    return (hash ^ hash >>> 10 ^ hash >>> 20) & SLOTS - 1;
  }

  private static boolean isSame(String known, char[] text, int from, int length) {
    if (known.length() != length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (known.charAt(i) != text[from + i]) {
        return false;
      }
    }
    return true;
  }
}
