package devicehub.store;

import devicehub.decision.Basis;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/**
 * What the newest cycle written was decided on.
 *
 * <pre>
 *   rules             standard-1 9c41d6a0f3b2e871
 *   records exchange  212
 *   people staff      150
 * </pre>
 */
final class BasisTable {
  private static final String RULES = "rules";
  private static final String RECORDS = "records ";
  private static final String PEOPLE = "people ";

  private BasisTable() {}

  static void write(Handle handle, Basis basis) {
    handle.execute("DELETE FROM cycle_basis");
    try (Batch rows = new Batch(handle, "INSERT INTO cycle_basis (subject, value) VALUES (?, ?)")) {
      rows.add(RULES, basis.rules());
      basis.records().forEach((feed, count) -> rows.add(RECORDS + feed, count.toString()));
      basis.people().forEach((feed, count) -> rows.add(PEOPLE + feed, count.toString()));
    }
  }

  static Basis read(Handle handle) {
    Map<String, String> rows =
        handle
            .createQuery("SELECT subject, value FROM cycle_basis")
            .map((row, context) -> Map.entry(row.getString(1), row.getString(2)))
            .collectToMap(Map.Entry::getKey, Map.Entry::getValue);
    return new Basis(rows.getOrDefault(RULES, ""), counts(rows, RECORDS), counts(rows, PEOPLE));
  }

  private static Map<String, Long> counts(Map<String, String> rows, String of) {
    Map<String, Long> counts = new HashMap<>();
    rows.forEach(
        (subject, value) -> {
          if (subject.startsWith(of)) {
            counts.put(subject.substring(of.length()), Long.valueOf(value));
          }
        });
    return counts;
  }
}
