package devicehub;

import devicehub.config.Settings;
import devicehub.decision.Forgotten;
import devicehub.drill.KillPoint;
import devicehub.inventory.Expiry;
import devicehub.inventory.RawStore;
import devicehub.inventory.Recall;
import devicehub.inventory.Snapshot;
import devicehub.inventory.SnapshotLog;
import devicehub.report.ExceptionJson;
import devicehub.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The bean {@code retention}: purges what no longer counts and is older than the settings {@code
 * retention.*} allow. It may run beside a hub that takes feeds in, in the same process or another.
 */
public final class Retention {
  private static final Logger LOG = LoggerFactory.getLogger(Retention.class);

  /** Raw input is kept before a snapshot points to it; what came lately may be on its way there. */
  private static final Duration ON_ITS_WAY = Duration.ofHours(1);

  private final Settings settings;
  private final Map<String, Feed> feeds;
  private final Store store;
  private final Path data;
  private final Clock clock;

  Retention(Settings settings, Map<String, Feed> feeds, Store store, Path data, Clock clock) {
    this.settings = settings;
    this.feeds = feeds;
    this.store = store;
    this.data = data;
    this.clock = clock;
  }

  /**
   * Purges once. Pointers go before what they point to: killed half-way, it leaves files that
   * nothing points to, and the next purge takes these away.
   */
  public synchronized Purged purge() throws IOException {
    int snapshots = 0;
    SnapshotLog log = store.snapshots();
    Set<String> known = new TreeSet<>(log.feeds());
    for (String feed : known) {
      snapshots += log.expire(feed, expiry(feed));
    }
    KillPoint.PURGE_POINTED.pass();
    int files = deleteOrphans();
    int setAside = deleteSetAside();
    int messages = store.outbox().forget(ago(settings.retentionOutbox()));
    Forgotten forgotten =
        store
            .decisions(ExceptionJson::encode)
            .forget(ago(settings.retentionExceptions()), ago(settings.retentionDecisions()));
    Purged purged = new Purged(snapshots, files, setAside, messages, forgotten);
    LOG.info("purged: {}", purged);
    return purged;
  }

  private Instant ago(Duration span) {
    return clock.instant().minus(span);
  }

  private Expiry expiry(String feed) {
    return new Expiry(
        ago(settings.retentionRaw()),
        ago(settings.retentionRejected()),
        ago(settings.retentionLog()),
        recall(feed));
  }

  /** What a start would look at; of a feed that is no longer configured, as if it had a grace. */
  private Recall recall(String feed) {
    Duration grace = feeds.containsKey(feed) ? feeds.get(feed).grace() : settings.grace();
    if (grace.isZero()) {
      return Recall.NOTHING;
    }
    return store.snapshots().inForce().stream()
        .filter(s -> s.feed().equals(feed) && s.kind() == Snapshot.Kind.FULL)
        .findFirst()
        .map(full -> store.snapshots().recall(feed, full.takenAt().minus(grace)))
        .orElse(Recall.NOTHING);
  }

  private int deleteOrphans() throws IOException {
    RawStore raw = store.raw();
    Instant before = ago(onItsWay());
    List<String> old = raw.keptBefore(before);
    // Read after the files were listed: what came to be pointed to meanwhile is no orphan.
    Set<String> pointedTo = store.snapshots().contents();
    int deleted = 0;
    for (String hash : old) {
      if (!pointedTo.contains(hash) && raw.delete(hash, before)) {
        deleted++;
      }
    }
    return deleted;
  }

  /** A poll keeps its pages as they come, and points to them when the last has come. */
  private Duration onItsWay() {
    Duration poll = settings.pollTimeout().multipliedBy(2);
    return poll.compareTo(ON_ITS_WAY) > 0 ? poll : ON_ITS_WAY;
  }

  /** The files that routes set aside since they could not be read. */
  private int deleteSetAside() throws IOException {
    Path inbox = data.resolve("inbox");
    if (!Files.isDirectory(inbox)) {
      return 0;
    }
    Instant before = ago(settings.retentionRejected());
    int deleted = 0;
    try (Stream<Path> files = Files.walk(inbox, 3)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (file.endsWith(Path.of(".failed", String.valueOf(file.getFileName())))
            && movedAt(file).isBefore(before)) {
          Files.deleteIfExists(file);
          deleted++;
        }
      }
    }
    return deleted;
  }

  /** When a file was set aside, which may be long after it was written. */
  private static Instant movedAt(Path file) throws IOException {
    boolean unix = file.getFileSystem().supportedFileAttributeViews().contains("unix");
    return unix
        ? ((FileTime) Files.getAttribute(file, "unix:ctime")).toInstant()
        : Files.getLastModifiedTime(file).toInstant();
  }
}
