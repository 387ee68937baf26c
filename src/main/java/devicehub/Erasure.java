package devicehub;

import devicehub.config.Settings;
import devicehub.format.KeptRows;
import devicehub.intake.FeedRole;
import devicehub.intake.HardwareReader;
import devicehub.intake.Normalised;
import devicehub.intake.PickedRows;
import devicehub.intake.Row;
import devicehub.inventory.RawPart;
import devicehub.inventory.RawStore;
import devicehub.inventory.Snapshot;
import devicehub.inventory.Snapshot.State;
import devicehub.messaging.Connections;
import devicehub.messaging.EmbeddedBroker;
import devicehub.messaging.Unclaimed;
import devicehub.report.ExceptionJson;
import devicehub.report.Reports;
import devicehub.store.Erasures;
import devicehub.store.Store;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Takes one person out of all the hub keeps, while no hub runs. Each step may be repeated: who is
 * killed over it begins anew.
 *
 * <pre>
 *   list of the erased → store → raw input without their rows → files → free pages
 * </pre>
 */
final class Erasure {
  private final Settings settings;
  private final Map<String, Feed> feeds;
  private final Store store;
  private final Path data;
  private final Clock clock;
  private final HardwareReader hardware = new HardwareReader();

  Erasure(Settings settings, Map<String, Feed> feeds, Store store, Path data, Clock clock) {
    this.settings = settings;
    this.feeds = feeds;
    this.store = store;
    this.data = data;
    this.clock = clock;
  }

  /**
   * Erases them.
   *
   * @param address as it was asked for
   * @return how many rows of the store, and how many of the raw input, are gone or changed
   */
  String erase(Subject subject, String address, String by, String note) throws IOException {
    Erasures erasures = store.erasures();
    long erasure = erasures.begin(address, subject.words(), by, note, clock.instant());
    oweWhatTheBrokerHolds();
    int rows =
        erasures.scrub(
            subject.keys(),
            subject.hardware(),
            subject::isToldOf,
            clock.instant(),
            ExceptionJson::encode);
    Without without = new Without(subject);
    for (String feed : directoriesLast()) {
      for (Snapshot snapshot : erasures.snapshots(feed)) {
        cleanse(Optional.ofNullable(feeds.get(feed)), snapshot, without);
      }
      Optional<Feed> known = Optional.ofNullable(feeds.get(feed));
      erasures.rewrite(feed, told -> known.map(f -> cleansed(f, told, without)).orElse(""));
    }
    erasures.hush(subject::isMentioned);
    deleteFiles();
    erasures.compact();
    erasures.finish(erasure, clock.instant());
    return "%d rows of raw input, %d of the store".formatted(without.gone, rows);
  }

  /** While a directory says what is theirs, who is killed over it finds the rest again. */
  private List<String> directoriesLast() {
    return store.snapshots().feeds().stream()
        .sorted(
            Comparator.comparing(
                    (String feed) ->
                        feeds.containsKey(feed)
                            && feeds.get(feed).spec().role() == FeedRole.DIRECTORY)
                .thenComparing(Comparator.naturalOrder()))
        .toList();
  }

  /** The built-in broker's journal is deleted whole; the next start sends again what was in it. */
  private void oweWhatTheBrokerHolds() {
    if (!settings.brokerUrl().isEmpty() || !Files.isDirectory(data.resolve("broker"))) {
      return;
    }
    EmbeddedBroker broker = new EmbeddedBroker(data);
    broker.start();
    try (Connections connections = Connections.to(broker)) {
      Unclaimed.take(connections, settings.queueExceptions(), store.erasures()::oweAgain);
    } finally {
      broker.stop();
    }
  }

  /** What is in force or waits for a person stays, without them; all other raw input goes. */
  private void cleanse(Optional<Feed> feed, Snapshot snapshot, Without without) throws IOException {
    boolean stays = snapshot.state() == State.IN_FORCE || snapshot.state() == State.HELD;
    if (!stays || feed.isEmpty()) {
      store.erasures().repoint(snapshot, List.of());
      return;
    }
    List<RawPart> parts = new ArrayList<>();
    for (RawPart part : snapshot.parts()) {
      parts.add(cleansed(feed.get(), part, without));
    }
    if (!parts.equals(snapshot.parts())) {
      store.erasures().repoint(snapshot, parts);
    }
  }

  private RawPart cleansed(Feed feed, RawPart part, Without without) throws IOException {
    RawStore raw = store.raw();
    Path text = Files.createTempFile(data, "erasing", ".part");
    long before = without.gone;
    try {
      try (KeptRows rows = KeptRows.marked(Files.newOutputStream(text));
          InputStream in = new BufferedInputStream(raw.open(part), 1 << 16)) {
        Draft.read(feed, part, in, new PickedRows(feed.spec(), hardware, without, rows));
      }
      if (without.gone == before) {
        return part;
      }
      try (InputStream kept = Files.newInputStream(text)) {
        return raw.keep(part.name(), kept);
      }
    } finally {
      Files.deleteIfExists(text);
    }
  }

  private String cleansed(Feed feed, String rows, Without without) {
    StringWriter text = new StringWriter();
    try (KeptRows kept = new KeptRows(text)) {
      KeptRows.read(new StringReader(rows), new PickedRows(feed.spec(), hardware, without, kept));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  /**
   * Raw input that nothing points to any more, files set aside, reports and the broker's journal.
   */
  private void deleteFiles() throws IOException {
    Instant all = Instant.now().plusSeconds(60);
    Set<String> pointedTo = store.snapshots().contents();
    for (String hash : store.raw().keptBefore(all)) {
      if (!pointedTo.contains(hash)) {
        store.raw().delete(hash, all);
      }
    }
    delete(
        data.resolve("inbox"),
        file -> file.getParent() != null && file.getParent().endsWith(".failed"));
    Set<String> reports = Reports.FILES;
    delete(settings.reportsDir(), file -> reports.contains(String.valueOf(file.getFileName())));
    if (settings.brokerUrl().isEmpty()) {
      delete(data.resolve("broker"), file -> true);
    }
  }

  private interface Which {
    boolean is(Path file);
  }

  private static void delete(Path folder, Which which) throws IOException {
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          if (Files.isRegularFile(file) && which.is(file)) {
            Files.delete(file);
          }
        }
      }
    }
  }

  /** Passes the person's rows over, and counts what it changes. */
  private static final class Without implements PickedRows.Choice {
    private final Subject subject;
    private long gone;

    Without(Subject subject) {
      this.subject = subject;
    }

    @Override
    public Optional<Row> keep(Row row, Normalised read) {
      Optional<Row> kept = subject.without(row, read);
      if (kept.filter(same -> same.equals(row)).isEmpty()) {
        gone++;
      }
      return kept;
    }

    @Override
    public boolean keep(String unreadable) {
      boolean named = subject.isMentioned(unreadable);
      gone += named ? 1 : 0;
      return !named;
    }
  }
}
