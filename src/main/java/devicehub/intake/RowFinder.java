package devicehub.intake;

import devicehub.device.DeviceRecord;
import devicehub.device.RecordKey;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Looks for the row that a record was read from, to tell word by word what its source says.
 *
 * <pre>
 *   exchange:jane.doe@acme.example/JUQGG…E10 → DeviceModel "iPhone14C2", DeviceOS "iOS 17.2 21C62", …
 * </pre>
 */
public final class RowFinder implements RowSink {
  private final FeedSpec feed;
  private final HardwareReader hardware;
  private final RecordKey wanted;
  private final Set<String> asked;
  private List<String> header = List.of();
  private @Nullable Normaliser normaliser;
  private @Nullable DeviceRecord found;
  private Map<String, String> cells = Map.of();

  public RowFinder(FeedSpec feed, HardwareReader hardware, RecordKey wanted) {
    this.feed = feed;
    this.hardware = hardware;
    this.wanted = wanted;
    this.asked =
        feed.fields().allColumns().stream().map(FieldMap::loose).collect(Collectors.toSet());
  }

  @Override
  public void columns(List<String> names) {
    header = List.copyOf(names);
    normaliser = RowIntake.normaliser(feed, feed.fields().bind(names), hardware);
  }

  /** Of several rows of the record the one seen last counts, as at intake. */
  @Override
  public void rows(List<? extends Row> batch) {
    for (Row row : batch) {
      if (normaliser != null
          && normaliser.normalise(row) instanceof Normalised.Accepted accepted
          && accepted.record().key().id().equalsIgnoreCase(wanted.id())
          && (found == null || accepted.record().lastSeenMillis() > found.lastSeenMillis())) {
        found = accepted.record();
        cells = cells(row);
      }
    }
  }

  private Map<String, String> cells(Row row) {
    Map<String, String> told = new LinkedHashMap<>();
    Set<List<String>> shown = new HashSet<>();
    for (int column = 0; column < header.size(); column++) {
      String text = row.cell(column);
      String name = FieldMap.loose(header.get(column));
      // Of JSON a feed may ask for one name in two spellings; the source wrote it once.
      if (!text.isEmpty() && asked.contains(name) && shown.add(List.of(name, text))) {
        told.put(header.get(column), text);
      }
    }
    return Collections.unmodifiableMap(told);
  }

  @Override
  public void unreadable(long line, String reason, String value) {
    // Intake has told of it; the record is in none such.
  }

  /** The filled cells that the feed's fields ask for, by column; empty where no row was found. */
  public Map<String, String> cells() {
    return cells;
  }
}
