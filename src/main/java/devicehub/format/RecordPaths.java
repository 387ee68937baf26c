package devicehub.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Where in an answer the records stand, what is wanted of each, and where the page's own facts. */
final class RecordPaths {
  /** So much of a name is shown. */
  private static final int NAME = 40;

  private final FormatSpec spec;
  private final List<String> columns;
  private final List<String> pagePaths;
  private final List<String> outside = new ArrayList<>();
  private final List<String> inside = new ArrayList<>();

  RecordPaths(FormatSpec spec, Set<String> wanted) {
    this.spec = spec;
    this.columns = List.copyOf(wanted);
    this.pagePaths = spec.page().all();
    outside.add(spec.records());
    outside.addAll(pagePaths);
    inside.addAll(columns);
    inside.addAll(pagePaths);
  }

  Limits limits() {
    return spec.limits();
  }

  /** Whether the whole input is the list of records, or one record. */
  boolean isBare() {
    return spec.records().isBlank();
  }

  /**
   * What to tell where nothing stands at the path to the records.
   *
   * @param top the names at the top of the input, the first few of which are told
   */
  String lacking(List<String> top) {
    String names =
        top.stream()
            .map(name -> name.length() > NAME ? name.substring(0, NAME) + "…" : name)
            .collect(Collectors.joining(", "));
    return "nothing stands at '%s', where its records are looked for; at the top stands %s"
        .formatted(spec.records(), names.isEmpty() ? "nothing" : names);
  }

  List<String> columns() {
    return columns;
  }

  int cells() {
    return inside.size();
  }

  FieldTree envelope() {
    return FieldTree.of(outside);
  }

  ValueRow envelopeValues() {
    return new ValueRow(outside.size(), 0);
  }

  /** Whether the records stand at this place of the envelope. */
  static boolean isRecords(FieldTree place) {
    return place.columns().length > 0 && place.columns()[0] == 0;
  }

  /** What to look for in a record; where it may be the whole input, an error too. */
  FieldTree record() {
    return FieldTree.of(isBare() ? inside : columns);
  }

  Page pageOfEnvelope(ValueRow envelopeValues) {
    return page(envelopeValues, 1);
  }

  /** The page's facts where the whole input was one record. */
  Page pageOfRecord(ValueRow row) {
    return page(row, columns.size());
  }

  private Page page(ValueRow row, int from) {
    List<String> values = new ArrayList<>(pagePaths.size());
    for (int i = 0; i < pagePaths.size(); i++) {
      values.add(row.value(from + i));
    }
    return spec.page().page(values);
  }
}
