package devicehub.format;

import devicehub.intake.FieldMap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The header in force, and an eye for another one further down in appended files. */
final class CsvHeader {
  /** Only the first cells of a row are looked at before it is compared with names in full. */
  private static final int GLANCE = 3;

  private final Set<String> known = new HashSet<>();
  private final Set<Integer> ends = new HashSet<>();
  private final long[] endsSeen = new long[64];

  /** Whether every name known is made as names are. */
  private boolean plain = true;

  private List<String> names = List.of();

  /** The first and a later column of one name, in turn. */
  private int[] twice = new int[0];

  private int needed;

  CsvHeader(Set<String> wantedColumns) {
    wantedColumns.forEach(this::know);
  }

  private void know(String name) {
    String stripped = name.strip();
    if (!stripped.isEmpty()) {
      known.add(FieldMap.loose(stripped));
      plain &= stripped.chars().noneMatch(CsvHeader::isUnlikeNames);
      for (String spelling :
          List.of(stripped, stripped.toLowerCase(Locale.ROOT), stripped.toUpperCase(Locale.ROOT))) {
        int both = (spelling.charAt(0) << 16) | spelling.charAt(spelling.length() - 1);
        ends.add(both);
        endsSeen[slot(both) >> 6] |= 1L << slot(both);
      }
    }
  }

  private static int slot(int ends) {
    return ((ends >> 16) * 67 + (ends & 0xFFFF)) & 0xFFF;
  }

  /** The header's names; of columns named alike all but the first are numbered. */
  List<String> names() {
    return names;
  }

  int width() {
    return names.size();
  }

  /** How many cells a row must have: a separator at the header's end is no column. */
  int needed() {
    return needed;
  }

  /** Takes the row as the header; false if the same header is already in force. */
  boolean take(ScannedRow row) throws BadInput {
    if (row.width() > row.kept()) {
      throw new BadInput(
          row.line, "has " + row.width() + " columns, more than the " + row.kept() + " allowed");
    }
    List<String> taken = new ArrayList<>(row.width());
    Map<String, Integer> firsts = new HashMap<>();
    IntStream.Builder doubled = IntStream.builder();
    Set<String> used = new HashSet<>();
    for (int i = 0; i < row.width(); i++) {
      String name = row.cell(i).strip();
      @Nullable Integer first = firsts.putIfAbsent(name.toLowerCase(Locale.ROOT), i);
      if (first != null && known.contains(FieldMap.loose(name))) {
        doubled.add(first).add(i);
      }
      String unique = name;
      for (int n = 2; !used.add(FieldMap.loose(unique)) && !name.isEmpty(); n++) {
        unique = name + " (" + n + ")";
      }
      taken.add(unique);
    }
    if (taken.equals(names)) {
      return false;
    }
    names = List.copyOf(taken);
    twice = doubled.build().toArray();
    needed = names.size();
    while (needed > 1 && names.get(needed - 1).isEmpty()) {
      needed--;
    }
    names.forEach(this::know);
    return true;
  }

  /** Whether a column that counts is there more than once. */
  boolean isTwofold() {
    return twice.length > 0;
  }

  /** Whether two columns of one name hold different values: nobody can tell which is meant. */
  boolean contradicts(ScannedRow row) {
    for (int i = 0; i < twice.length; i += 2) {
      if (twice[i + 1] < row.kept()) {
        String one = row.cell(twice[i]).strip();
        String other = row.cell(twice[i + 1]).strip();
        if (!one.isEmpty() && !other.isEmpty() && !one.equalsIgnoreCase(other)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether the row holds names of columns, not values. */
  boolean isRepeatedIn(ScannedRow row) {
    boolean likely = false;
    for (int i = 0; i < Math.min(GLANCE, row.kept()) && !likely; i++) {
      int both = row.ends(i);
      likely = (endsSeen[slot(both) >> 6] & (1L << slot(both))) != 0 && ends.contains(both);
    }
    if (!likely || (plain && atAGlanceHoldsValues(row))) {
      return false;
    }
    Set<String> named = new HashSet<>();
    int others = 0;
    for (int i = 0; i < row.kept(); i++) {
      String cell = row.cell(i).strip();
      String loose = FieldMap.loose(cell);
      if (known.contains(loose)) {
        named.add(loose);
      } else if (!cell.isEmpty()) {
        others++;
        if (!couldBeName(cell)) {
          return false;
        }
      }
    }
    return named.size() >= Math.min(2, needed) && named.size() >= others;
  }

  /**
   * Most rows that are likely at all begin with a name and an address: no string is made of them.
   */
  private static boolean atAGlanceHoldsValues(ScannedRow row) {
    for (int i = 0; i < Math.min(GLANCE, row.kept()); i++) {
      if (row.holds(i, CsvHeader::isUnlikeNames)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isUnlikeNames(int c) {
    return c == '@' || c == '/' || c == '\\' || c == ':' || c == '=';
  }

  /**
   * Addresses, times, paths and numbers name no column. A phone may call itself {@code DeviceId},
   * but the rest of its row is not its to choose.
   */
  private static boolean couldBeName(String cell) {
    int digits = 0;
    for (int i = 0; i < cell.length(); i++) {
      char c = cell.charAt(i);
      digits += Character.isDigit(c) ? 1 : 0;
      if (isUnlikeNames(c) || c == '\n') {
        return false;
      }
    }
    return digits <= 3;
  }
}
