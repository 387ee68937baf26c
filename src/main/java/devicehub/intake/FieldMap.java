package devicehub.intake;

import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Which columns of a feed carry which field, best first. Names are compared without case, blanks,
 * dashes and underscores, since export scripts spell {@code DeviceID}, {@code Device Id} and {@code
 * "DeviceActiveSyncVersion "} alike.
 */
public final class FieldMap {
  private final Map<Field, List<String>> columns;

  public FieldMap(Map<Field, List<String>> columns) {
    this.columns = new EnumMap<>(Field.class);
    columns.forEach((field, names) -> this.columns.put(field, List.copyOf(names)));
  }

  /** The columns of a field in order of preference. */
  public List<String> columns(Field field) {
    return columns.getOrDefault(field, List.of());
  }

  /** Every column any field asks for: what a JSON reader has to look out for. */
  public Set<String> allColumns() {
    Set<String> all = new LinkedHashSet<>();
    columns.values().forEach(all::addAll);
    return all;
  }

  /** This map with some fields given other columns. */
  public FieldMap with(Map<Field, List<String>> overrides) {
    Map<Field, List<String>> merged = new EnumMap<>(Field.class);
    merged.putAll(columns);
    merged.putAll(overrides);
    return new FieldMap(merged);
  }

  /** Finds the fields in an actual header. */
  public BoundFields bind(List<String> header) {
    return new BoundFields(this, header);
  }

  /** The column name as names are compared. */
  public static String loose(String column) {
    StringBuilder letters = new StringBuilder(column.length());
    for (int i = 0; i < column.length(); i++) {
      char c = column.charAt(i);
      if (c > ' ' && c != '_' && c != '-' && c != '\u00a0' && c != '\ufeff') {
        letters.append(c);
      }
    }
    return letters.toString().toLowerCase(Locale.ROOT);
  }
}
