package devicehub;

import devicehub.config.Config;
import devicehub.decision.DecisionLog;
import devicehub.decision.OpenException;
import devicehub.device.RecordKey;
import devicehub.inventory.Inventory;
import devicehub.inventory.Snapshot;
import devicehub.inventory.Snapshot.State;
import devicehub.report.ExceptionJson;
import devicehub.report.PersonJson;
import devicehub.store.Store;
import devicehub.store.StoreSettings;
import java.io.IOException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Hands out, or takes out, what the hub holds about one person. */
@Command(
    name = "person",
    mixinStandardHelpOptions = true,
    description = "Exports or erases what the hub holds about one person.",
    subcommands = {PersonCommand.Export.class, PersonCommand.Erase.class})
final class PersonCommand implements Callable<Integer> {
  @Override
  public Integer call() {
    System.err.println("devicehub: person export ADDRESS, or person erase ADDRESS");
    return Exit.BAD_CONFIGURATION;
  }

  /** What both need: the feeds, and the records as if nobody were erased. */
  private static final class Known {
    final Map<String, Feed> feeds;
    final Inventory inventory = new Inventory();
    final Clock clock = Clock.tickMillis(ZoneOffset.UTC);

    Known(Config config, Store store) {
      FeedWiring wiring = new FeedWiring(config.settings());
      feeds = wiring.feeds(config.samplesAt("http://127.0.0.1").feeds());
      new FeedIntake(feeds, wiring.guard(), store.raw(), store.snapshots(), inventory, clock)
          .restore();
    }

    Subject subject(String address, Store store, DecisionLog log) {
      return Subject.of(
          address, inventory, log.standingMerges(), store.erasures().rememberedRecords());
    }
  }

  /** Prints what there is. */
  @Command(
      name = "export",
      mixinStandardHelpOptions = true,
      description = "Prints all that the hub holds about a person, as JSON.")
  static final class Export implements Callable<Integer> {
    @Mixin private Folders folders = new Folders();

    @Parameters(index = "0", paramLabel = "ADDRESS", description = "a mail address of theirs")
    private String address = "";

    @Override
    public Integer call() throws Exception {
      if (address.indexOf('@') < 1) {
        System.err.println("devicehub: name a mail address");
        return Exit.BAD_CONFIGURATION;
      }
      Config config = Wiring.configuration(folders);
      try (Store store = Store.join(Wiring.storeSettings(folders, config.settings()))) {
        Known hub = new Known(config, store);
        DecisionLog log = store.decisions(ExceptionJson::encode);
        Subject subject = hub.subject(address, store, log);
        PersonJson.Holdings held = holdings(subject, hub, store, log);
        PersonJson.write(held, System.out);
        return held.isEmpty() ? Exit.UNKNOWN_RECORD : Exit.OK;
      }
    }

    private PersonJson.Holdings holdings(Subject subject, Known hub, Store store, DecisionLog log)
        throws IOException {
      OwnRows rows = new OwnRows(subject);
      long superseded = 0;
      for (Feed feed : hub.feeds.values()) {
        for (Snapshot snapshot : store.erasures().snapshots(feed.name())) {
          if (snapshot.state() == State.IN_FORCE || snapshot.state() == State.HELD) {
            rows.search(feed, snapshot, store.raw());
          } else if (!snapshot.parts().isEmpty()) {
            superseded++;
          }
        }
      }
      Set<RecordKey> folded =
          subject.keys().stream().map(RecordKey::folded).collect(Collectors.toSet());
      List<OpenException> exceptions = store.erasures().exceptions(subject.keys());
      return new PersonJson.Holdings(
          address,
          hub.clock.instant(),
          subject.people(),
          subject.records(hub.inventory),
          rows.found(),
          log.standingMerges().stream()
              .filter(merge -> subject.keys().contains(merge.pair().mail()))
              .toList(),
          log.decisions().stream().filter(decision -> decision.isAboutAny(folded)).toList(),
          exceptions,
          log.openExceptions().stream().map(OpenException::id).collect(Collectors.toSet()),
          store
              .erasures()
              .messages(exceptions.stream().map(OpenException::id).collect(Collectors.toSet())),
          superseded);
    }
  }

  /** Takes it out. */
  @Command(
      name = "erase",
      mixinStandardHelpOptions = true,
      description = "Erases a person from all that the hub keeps; the hub must be stopped.")
  static final class Erase implements Callable<Integer> {
    @Mixin private Folders folders = new Folders();

    @Parameters(index = "0", paramLabel = "ADDRESS", description = "a mail address of theirs")
    private String address = "";

    @Option(names = "--note", required = true, description = "why, without naming the person")
    private String note = "";

    @Option(names = "--by", required = true, paramLabel = "NAME", description = "who erases")
    private String by = "";

    @Override
    public Integer call() throws Exception {
      if (note.isBlank() || by.isBlank() || address.indexOf('@') < 1) {
        System.err.println("devicehub: name an address, why with --note, and who with --by");
        return Exit.BAD_CONFIGURATION;
      }
      Config config = Wiring.configuration(folders);
      StoreSettings settings = Wiring.storeSettings(folders, config.settings());
      try (Store store = Store.open(settings)) {
        Known hub = new Known(config, store);
        Subject subject = hub.subject(address, store, store.decisions(ExceptionJson::encode));
        String gone =
            new Erasure(config.settings(), hub.feeds, store, folders.data(), hub.clock)
                .erase(subject, address, by, note);
        System.out.println("Erased " + gone + ". The sources still hold the person.");
        return Exit.OK;
      }
    }
  }
}
