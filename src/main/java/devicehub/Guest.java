package devicehub;

import devicehub.config.Config;
import devicehub.decision.CycleRelease;
import devicehub.decision.DecisionLog;
import devicehub.decision.Explanation;
import devicehub.decision.HeldCycle;
import devicehub.decision.ReviewerDecision;
import devicehub.decision.ReviewerDecision.Kind;
import devicehub.decision.StandingDecisions;
import devicehub.device.DeviceRecord;
import devicehub.device.IdText;
import devicehub.device.RecordKey;
import devicehub.device.Side;
import devicehub.directory.Directory;
import devicehub.inventory.HoldDecision;
import devicehub.inventory.Inventory;
import devicehub.inventory.Snapshot;
import devicehub.matching.Awaited;
import devicehub.matching.Explainer;
import devicehub.matching.Matcher;
import devicehub.matching.Matching;
import devicehub.matching.Respelt;
import devicehub.report.ExceptionJson;
import devicehub.store.Store;
import java.io.IOException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Looks into a store that a running hub may hold: to explain, and to write decisions down. */
final class Guest implements AutoCloseable {
  private final Store store;
  private final DecisionLog log;
  private final Config config;
  private final Inventory inventory = new Inventory();
  private final Map<String, Feed> feeds;
  private final Clock clock = Clock.tickMillis(ZoneOffset.UTC);
  private @Nullable Matching matching;

  Guest(Folders folders) {
    config = Wiring.configuration(folders);
    store = Store.join(Wiring.storeSettings(folders, config.settings()));
    log = store.decisions(ExceptionJson::encode);
    FeedWiring wiring = new FeedWiring(config.settings(), store.erasures().list());
    feeds = wiring.feeds(config.samplesAt("http://127.0.0.1").feeds());
    new FeedIntake(feeds, wiring.guard(), store.raw(), store.snapshots(), inventory, clock)
        .restore();
  }

  /** Matches the records and decisions of the first time it is asked; nothing is written. */
  Matching matching() {
    Matching made = matching;
    if (made == null) {
      made =
          new Matcher(config.ruleBook())
              .match(
                  inventory.records(Side.ENROLLMENT),
                  inventory.records(Side.MAIL),
                  Directory.of(inventory.people()),
                  StandingDecisions.of(Respelt.of(log.decisions(), inventory)));
      matching = made;
    }
    return made;
  }

  /** Why one or two records are decided as they are, or why they are not decided yet. */
  Optional<Explanation> explain(List<RecordKey> records) {
    Explainer explainer = matching().explainer();
    Optional<Explanation> told =
        records.size() == 1
            ? explainer.explain(records.get(0))
            : explainer.explain(records.get(0), records.get(1));
    return told.map(explanation -> withholding(records, explanation));
  }

  private Explanation withholding(List<RecordKey> records, Explanation told) {
    Awaited awaited =
        new Expectations(
                feeds.values(),
                Expectations.asked(config.feeds().values()),
                store.snapshots(),
                inventory,
                clock)
            .awaited();
    Set<RecordKey> concerned = new HashSet<>(records);
    told.merges().forEach(because -> concerned.add(because.merge().mail().key()));
    Set<RecordKey> waiting = matching().waiting(concerned, awaited, log);
    return waiting.isEmpty()
        ? told
        : told.withholding(
            records.stream().map(RecordKey::toString).collect(Collectors.joining(" with ")),
            waiting,
            awaited.feeds());
  }

  Optional<DeviceRecord> record(RecordKey key) {
    return named(key).filter(record -> record.key().equals(key)).findFirst();
  }

  /** The key of a record as its server spells it, however it was typed. */
  Optional<RecordKey> spelled(RecordKey typed) {
    return record(typed)
        .or(() -> named(typed).filter(record -> isOf(typed, record)).findFirst())
        .map(DeviceRecord::key);
  }

  private static boolean isOf(RecordKey typed, DeviceRecord record) {
    return record.key().folded().equals(typed.folded());
  }

  private Stream<DeviceRecord> named(RecordKey key) {
    long hash = IdText.hash(key.id());
    return Stream.of(Side.values())
        .flatMap(side -> inventory.records(side).stream())
        .filter(record -> record.keyHash() == hash);
  }

  /** What the record's source says of it word by word, column by column. */
  Map<String, String> told(RecordKey key) throws IOException {
    return new Told(feeds, store.raw(), store.snapshots()).of(key);
  }

  List<ReviewerDecision> decisions() {
    return log.decisions();
  }

  /** Why people cannot decide so; empty where they can. */
  Optional<String> refusal(Kind kind, List<RecordKey> records) {
    for (RecordKey record : records) {
      if (side(record).isEmpty() && kind != Kind.RESTORE) {
        return Optional.of("unknown record " + record);
      }
    }
    boolean pair = kind == Kind.MERGE || kind == Kind.SEPARATE;
    if (pair != (records.size() == 2) && kind != Kind.RESTORE) {
      return Optional.of(pair ? "name the two records of the pair" : "name one record");
    }
    if (records.size() == 2
        && kind != Kind.SEPARATE
        && isSeparated(records.get(0), records.get(1))) {
      return Optional.of("the pair was separated, and a separated pair never merges again");
    }
    if (pair && side(records.get(0)).equals(side(records.get(1)))) {
      return Optional.of(
          "a pair is an enrolment and a mail record; both are "
              + side(records.get(0)).orElseThrow());
    }
    return kind == Kind.MERGE ? cannotMerge(records) : Optional.empty();
  }

  private Optional<String> cannotMerge(List<RecordKey> records) {
    StandingDecisions standing = StandingDecisions.of(Respelt.of(decisions(), inventory));
    for (RecordKey record : records) {
      if (standing.exclusion(record).isPresent()) {
        return Optional.of(record + " is excluded: restore it first");
      }
    }
    return matching().explainer().handedOn(records.get(0), records.get(1));
  }

  private boolean isSeparated(RecordKey one, RecordKey other) {
    StandingDecisions standing = StandingDecisions.of(decisions());
    return standing.separation(one, other).isPresent()
        || (!standing.separations().isEmpty()
            && matching().explainer().separation(one, other).isPresent());
  }

  private Optional<Side> side(RecordKey key) {
    return record(key).map(DeviceRecord::side);
  }

  ReviewerDecision decide(Kind kind, List<RecordKey> records, String by, String note) {
    Optional<RecordKey> other = records.size() > 1 ? Optional.of(records.get(1)) : Optional.empty();
    ReviewerDecision decision =
        new ReviewerDecision(0, kind, records.get(0), other, by, note, clock.instant());
    for (RecordKey record : records) {
      decision =
          record(record).filter(r -> other.isPresent()).map(decision::remembering).orElse(decision);
    }
    if (kind == Kind.MERGE) {
      decision =
          decision.remembering(matching().explainer().sameOwner(records.get(0), records.get(1)));
    }
    return log.decide(decision);
  }

  /** The snapshots that wait for a person, by feed. */
  List<Snapshot> holds() {
    return config.feeds().keySet().stream().sorted().flatMap(f -> held(f).stream()).toList();
  }

  Optional<Snapshot> held(String feed) {
    return store.snapshots().waiting(feed);
  }

  HoldDecision decide(HoldDecision.Kind kind, Snapshot held, String by, String note) {
    return store
        .snapshots()
        .decide(new HoldDecision(0, held.id(), held.feed(), kind, by, note, clock.instant()));
  }

  List<HoldDecision> holdDecisions() {
    return store.snapshots().holdDecisions();
  }

  /** The cycle that is held. */
  Optional<HeldCycle> heldCycle() {
    return log.held();
  }

  CycleRelease release(long cycle, String by, String note) {
    return log.release(new CycleRelease(0, cycle, by, note, clock.instant()));
  }

  List<CycleRelease> releases() {
    return log.releases();
  }

  @Override
  public void close() {
    store.close();
  }
}
