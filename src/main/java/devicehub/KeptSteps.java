package devicehub;

import devicehub.device.DeviceRecord;
import devicehub.device.IdText;
import devicehub.format.KeptRows;
import devicehub.intake.HardwareReader;
import devicehub.intake.Normalised;
import devicehub.intake.PickedRows;
import devicehub.intake.Row;
import devicehub.intake.RowIntake;
import devicehub.intake.UnreadableInputException;
import devicehub.inventory.Counts;
import devicehub.inventory.Inventory;
import devicehub.inventory.LeftOut;
import devicehub.inventory.RawPart;
import devicehub.inventory.RawStore;
import devicehub.inventory.Recall;
import devicehub.inventory.Snapshot;
import devicehub.inventory.SnapshotLog;
import devicehub.store.StoreException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes down which rows each snapshot of a feed with a grace leaves out, when it takes force, so
 * that a start reads them instead of every snapshot of the last grace.
 */
final class KeptSteps {
  private static final Logger LOG = LoggerFactory.getLogger(KeptSteps.class);

  private final RawStore raw;
  private final SnapshotLog log;
  private final HardwareReader hardware;
  private long lastRead;
  private Inventory.Holding lastHolding =
      new Inventory.Holding(List.of(), List.of(), List.of(), Counts.NONE);

  KeptSteps(RawStore raw, SnapshotLog log, HardwareReader hardware) {
    this.raw = raw;
    this.log = log;
    this.hardware = hardware;
  }

  /**
   * Writes a step down. Should that fail, a start reads both snapshots: nothing is lost but time.
   *
   * @param before the full snapshot before, and the deltas on top of it
   * @param gone the records that {@code next} leaves out
   */
  void write(Feed feed, List<Snapshot> before, Snapshot next, List<DeviceRecord> gone) {
    try {
      List<Long> ids = before.stream().map(Snapshot::id).toList();
      log.tell(new LeftOut(next.id(), ids, rows(feed, before, gone)));
    } catch (IOException | UnreadableInputException | StoreException e) {
      LOG.warn("{}: what left the feed cannot be written down: {}", feed.name(), e.getMessage());
    }
  }

  /** The newest word on each of the records, as it came. */
  private String rows(Feed feed, List<Snapshot> snapshots, List<DeviceRecord> wanted)
      throws IOException {
    StringWriter text = new StringWriter();
    Those those = new Those(wanted);
    try (KeptRows rows = new KeptRows(text)) {
      for (int i = snapshots.size() - 1; i >= 0 && !those.ids.isEmpty(); i--) {
        PickedRows picked = new PickedRows(feed.spec(), hardware, those, rows);
        for (RawPart part : snapshots.get(i).parts()) {
          try (InputStream in = new BufferedInputStream(raw.open(part), 1 << 16)) {
            Draft.read(feed, part, in, picked);
          }
        }
        those.ids.removeAll(those.found);
      }
    }
    return those.found.isEmpty() ? "" : text.toString();
  }

  /** The records a step leaves out: as told, or else found by reading both snapshots again. */
  List<DeviceRecord> leftOut(Feed feed, Recall.Step step) throws IOException {
    if (step.told().isPresent()) {
      RowIntake intake =
          new RowIntake(feed.spec().asOf(step.next().takenAt()), hardware, feed.erased())
              .from(feed.name());
      KeptRows.read(new StringReader(step.told().get().rows()), intake);
      return intake.records();
    }
    Inventory then = new Inventory();
    for (Snapshot snapshot : step.before()) {
      Inventory.Holding holding = holding(feed, snapshot);
      if (snapshot.kind() == Snapshot.Kind.DELTA) {
        then.amend(feed.name(), holding);
      } else {
        then.replace(feed.name(), holding, snapshot.takenAt(), feed.grace());
      }
    }
    List<DeviceRecord> gone = then.leftOut(feed.name(), holding(feed, step.next()));
    write(feed, step.before(), step.next(), gone);
    return gone;
  }

  /** The later snapshot of one step is the earlier one of the next, and is not read twice. */
  private Inventory.Holding holding(Feed feed, Snapshot snapshot) throws IOException {
    if (snapshot.parts().isEmpty()) {
      throw new IOException("the raw input of snapshot " + snapshot.id() + " is purged");
    }
    if (lastRead != snapshot.id()) {
      lastHolding = Draft.of(feed, snapshot, raw, hardware).holding();
      lastRead = snapshot.id();
    }
    return lastHolding;
  }

  /** The rows of some records, all duplicates included: which of them counts shows again later. */
  private static final class Those implements PickedRows.Choice {
    private final Set<String> ids = new HashSet<>();
    private final Set<String> found = new HashSet<>();

    /** Which ids a row without a name of its own may have got, by the one it has by itself. */
    private final Map<String, Set<String>> numbered = new HashMap<>();

    Those(List<DeviceRecord> records) {
      for (DeviceRecord record : records) {
        String id = IdText.fold(record.key().id());
        ids.add(id);
        Matcher number = RowIntake.NUMBERED.matcher(id);
        if (number.matches()) {
          numbered.computeIfAbsent(number.group(1), alike -> new HashSet<>()).add(id);
        }
      }
    }

    @Override
    public Optional<Row> keep(Row row, Normalised read) {
      if (!(read instanceof Normalised.Accepted accepted)) {
        return Optional.empty();
      }
      String id = IdText.fold(accepted.record().key().id());
      // Its number shows again only if the rows it was counted among are read with it.
      Set<String> alike =
          accepted.nameless() ? numbered.getOrDefault(id, Set.of()) : Set.<String>of();
      if (!ids.contains(id) && alike.isEmpty()) {
        return Optional.empty();
      }
      found.add(id);
      found.addAll(alike);
      return Optional.of(row);
    }

    @Override
    public boolean keep(String unreadable) {
      return false;
    }
  }
}
