package devicehub;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One record's right answer, as a fleet's truth.csv tells it. */
record TruthRow(Map<String, String> cells) {

  static List<TruthRow> all(String csv) {
    List<String> lines = csv.lines().toList();
    List<String> header = cells(lines.get(0));
    List<TruthRow> rows = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      List<String> cells = cells(line);
      Map<String, String> row = new TreeMap<>();
      for (int i = 0; i < header.size(); i++) {
        row.put(header.get(i), cells.get(i));
      }
      rows.add(new TruthRow(row));
    }
    return rows;
  }

  String key() {
    return cells.get("feed") + ":" + cells.get("record_id");
  }

  boolean isMail() {
    return cells.get("side").equals("MAIL");
  }

  String outcome() {
    return cells.get("outcome");
  }

  String enrollment() {
    return cells.get("enrollment_id");
  }

  String trick() {
    return cells.get("trick");
  }

  List<String> reasons() {
    return several("reasons");
  }

  List<String> candidates() {
    return several("candidates");
  }

  private List<String> several(String column) {
    String text = cells.get(column);
    return text.isEmpty() ? List.of() : List.of(text.split("\\|"));
  }

  /** The cells of a line of CSV that has no line break inside quotes. */
  static List<String> cells(String line) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        cells.add(cell.toString());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    cells.add(cell.toString());
    return cells;
  }
}
