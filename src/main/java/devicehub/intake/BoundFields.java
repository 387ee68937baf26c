package devicehub.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A feed's fields, found in the header of one input. */
public final class BoundFields {
  private static final int[] NOWHERE = {};
  private static final char NO_BREAK = '\u00a0';

  private final int[][] columnsOf = new int[Field.values().length][];
  private final List<String> header;

  BoundFields(FieldMap map, List<String> header) {
    this.header = List.copyOf(header);
    Map<String, Integer> byName = new HashMap<>();
    for (int i = 0; i < header.size(); i++) {
      byName.putIfAbsent(FieldMap.loose(header.get(i)), i);
    }
    for (Field field : Field.values()) {
      columnsOf[field.ordinal()] =
          map.columns(field).stream()
              .map(FieldMap::loose)
              .filter(byName::containsKey)
              .mapToInt(byName::get)
              .distinct()
              .toArray();
    }
  }

  public boolean has(Field field) {
    return columnsOf[field.ordinal()].length > 0;
  }

  /**
   * Without blanks around it, of which the no-break space is one that {@code strip} leaves, and
   * without the {@code ="…"} by which exports keep spreadsheets from rounding a number.
   */
  private static String stripped(String cell) {
    String text = cell.strip();
    int end = text.length();
    if (end > 2
        && text.charAt(0) == '='
        && text.charAt(1) == '"'
        && text.indexOf('"', 2) == end - 1) {
      return text.substring(2, end - 1).strip();
    }
    if (end == 0 || (text.charAt(0) != NO_BREAK && text.charAt(end - 1) != NO_BREAK)) {
      return text;
    }
    return text.replaceAll("^[\\s\u00a0]+|[\\s\u00a0]+$", "");
  }

  /** The first filled column of the field, stripped; empty if none is filled. */
  public String first(Row row, Field field) {
    for (int column : columnsOf[field.ordinal()]) {
      String text = stripped(row.cell(column));
      if (!text.isEmpty()) {
        return text;
      }
    }
    return "";
  }

  /** Every value in the field's columns: cells in order, several in a cell split at line feeds. */
  public List<String> all(Row row, Field field) {
    int[] columns = columnsOf[field.ordinal()];
    if (columns.length == 0) {
      return List.of();
    }
    if (columns.length == 1) {
      String only = stripped(row.cell(columns[0]));
      if (only.indexOf('\n') < 0) {
        return only.isEmpty() ? List.of() : List.of(only);
      }
    }
    List<String> values = new ArrayList<>(columns.length);
    for (int column : columns) {
      String text = stripped(row.cell(column));
      if (text.indexOf('\n') < 0) {
        add(values, text);
      } else {
        text.lines().map(BoundFields::stripped).forEach(value -> add(values, value));
      }
    }
    return values;
  }

  private static void add(List<String> values, String value) {
    if (!value.isEmpty() && !values.contains(value)) {
      values.add(value);
    }
  }

  /** The name in the header under which the field's first column stands, for messages. */
  public String columnName(Field field) {
    int[] columns = columnsOf[field.ordinal()].length == 0 ? NOWHERE : columnsOf[field.ordinal()];
    return columns.length == 0 ? field.label() : header.get(columns[0]);
  }
}
