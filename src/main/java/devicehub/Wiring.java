package devicehub;

import devicehub.config.Config;
import devicehub.config.FeedConfig;
import devicehub.config.Settings;
import devicehub.decision.Outcome;
import devicehub.inventory.Inventory;
import devicehub.ldap.LdapServers;
import devicehub.matching.MatchCycle;
import devicehub.matching.Matcher;
import devicehub.messaging.BrokerTrust;
import devicehub.messaging.Connections;
import devicehub.messaging.Dispatcher;
import devicehub.messaging.EmbeddedBroker;
import devicehub.messaging.FeedQueue;
import devicehub.messaging.Jms;
import devicehub.polling.Wire;
import devicehub.report.ExceptionJson;
import devicehub.report.Reports;
import devicehub.report.SummaryText;
import devicehub.store.Store;
import devicehub.store.StoreSettings;
import devicehub.web.AccessToken;
import devicehub.web.Site;
import devicehub.web.WebServer;
import java.io.IOException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts the hub together: every {@code new}, and every bean name a route may use.
 *
 * <pre>
 *   feeds   deliveries   feedQueue   matchCycle   reports   dispatch   retention   wire   ldap
 *   (and a directory per feed: feed.people)
 * </pre>
 */
final class Wiring implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Wiring.class);

  /** The beans a route may name. */
  static final Map<String, Class<?>> BEANS =
      Map.of(
          "feeds", FeedIntake.class,
          "deliveries", Deliveries.class,
          "feedQueue", FeedQueue.class,
          "matchCycle", MatchCycle.class,
          "reports", ReportDesk.class,
          "dispatch", DispatchDesk.class,
          "retention", Retention.class,
          "wire", Wire.class,
          "ldap", LdapServers.class);

  private final Clock clock = Clock.tickMillis(ZoneOffset.UTC);
  private final Parts parts;
  private final Store store;
  private final Folders folders;
  private final Settings settings;
  private final Map<String, Feed> feeds;
  private final FeedIntake intake;
  private final Deliveries deliveries;
  private final FeedQueue feedQueue;
  private final MatchCycle matchCycle;
  private final ReportDesk desk;
  private final DispatchDesk dispatch;
  private final Retention retention;
  private final FirstIntake first;
  private final Supplier<Meters> meters;
  private final CamelHost camel;
  private final Vitals vitals;
  private boolean overdue;
  private volatile boolean stopping;

  private Wiring(Folders folders, boolean once, Store store, Parts parts) throws IOException {
    this.parts = parts;
    this.store = store;
    this.folders = folders;
    Config configured = configuration(folders);
    this.settings = configured.settings();
    Samples samples = parts.add(new Samples(folders.config()));
    Config config = settings.samples() ? configured.samplesAt(samples.serve()) : configured;
    StoreWait storeWait = new StoreWait(store::trouble);
    FeedWiring wiring = new FeedWiring(settings, store.erasures().list());
    this.feeds = wiring.feeds(config.feeds());
    LdapServers directories = wiring.directories(config.feeds());
    Inventory inventory = new Inventory();
    this.intake =
        new FeedIntake(feeds, wiring.guard(), store.raw(), store.snapshots(), inventory, clock);
    intake.restore();
    this.deliveries = new Deliveries(intake, store.raw(), store.snapshots());
    Connections connections = parts.add(connections());
    this.feedQueue = new FeedQueue(connections, deliveries, storeWait::await);
    this.matchCycle =
        new MatchCycle(
            inventory,
            store.decisions(ExceptionJson::encode),
            new Matcher(config.ruleBook()),
            wiring.cycleGuard(),
            clock,
            new Expectations(
                    feeds.values(),
                    Expectations.asked(config.feeds().values()),
                    store.snapshots(),
                    inventory,
                    clock)
                ::awaited);
    this.desk =
        new ReportDesk(
            feeds.values(),
            store.snapshots(),
            inventory,
            matchCycle,
            new HeldRows(store.raw()),
            new Reports(settings.reportsDir()));
    this.dispatch =
        new DispatchDesk(
            new Dispatcher(
                store.outbox(), connections, settings.queueExceptions(), settings.topicCycles()),
            settings.reportsDir().resolve("summary.json"));
    this.retention = new Retention(settings, feeds, store, folders.data(), clock);
    this.meters = // read over HTTP only
        () ->
            new Meters(matchCycle)
                .with(store.outbox())
                .with(feeds.values(), store.snapshots(), inventory, clock);
    this.first = new FirstIntake(once);
    this.camel =
        parts.add(new CamelHost(beans(directories), routeSettings(folders, config), !once));
    directories.bindTo(camel.context().getRegistry());
    camel.add("file", PatientFiles.component());
    camel.add("timer", new SteadyTimers());
    camel.add("http", PlainHttp.component());
    camel.add("https", PlainHttp.component());
    camel.add("jms", Jms.component(connections));
    first.watch(camel.context());
    camel.context().getManagementStrategy().addEventNotifier(OutOfMemory.inRoutes());
    camel.load(folders.routes());
    this.vitals =
        new Vitals(
            feeds.values(),
            desk,
            matchCycle,
            dispatch,
            camel,
            store,
            List.of(new DiskProbe(folders.data()), new DiskProbe(settings.reportsDir())),
            settings.matchPeriod(),
            clock);
    if (settings.samples()) {
      dropSamples(samples, config);
    }
  }

  /** A hub that is ready to take feeds in; nothing runs yet. */
  static Wiring of(Folders folders, boolean once) throws IOException {
    return of(folders, once, Store.open(storeSettings(folders, configuration(folders).settings())));
  }

  /** The same with a store that is open already, and is closed with the hub. */
  static Wiring of(Folders folders, boolean once, Store store) throws IOException {
    Parts parts = new Parts();
    parts.add(store);
    try {
      return new Wiring(folders, once, store, parts);
    } catch (IOException | RuntimeException e) {
      parts.close();
      throw e;
    }
  }

  static Config configuration(Folders folders) {
    return Config.load(folders.config(), Map.of("data", folders.data().toString()));
  }

  static StoreSettings storeSettings(Folders folders, Settings settings) {
    return new StoreSettings(
        folders.data(),
        settings.storeUrl(),
        settings.storeUser(),
        settings.storePassword(),
        settings.storeLease());
  }

  private Map<String, Object> beans(LdapServers directories) {
    return Map.of(
        "feeds", intake,
        "deliveries", deliveries,
        "feedQueue", feedQueue,
        "matchCycle", matchCycle,
        "reports", desk,
        "dispatch", dispatch,
        "retention", retention,
        "wire", new Wire(),
        "ldap", directories);
  }

  private Connections connections() {
    if (!settings.brokerUrl().isEmpty()) {
      return Connections.to(
          settings.brokerUrl(),
          settings.brokerUser(),
          settings.brokerPassword(),
          new BrokerTrust(settings.brokerTrust(), settings.brokerTrustPassword()));
    }
    EmbeddedBroker broker = new EmbeddedBroker(folders.data());
    parts.add(broker::stop);
    broker.start();
    return Connections.to(broker);
  }

  /** What routes may name in double braces. */
  static Map<String, String> routeSettings(Folders folders, Config config) {
    Map<String, String> all = new TreeMap<>(config.settings().forRoutes());
    all.putAll(FeedWiring.searches(config.feeds()));
    all.put("data.dir", folders.data().toString());
    return all;
  }

  /** Brings the sample exports once: to feeds that have never brought anything. */
  private void dropSamples(Samples samples, Config config) throws IOException {
    for (FeedConfig feed : config.feeds().values()) {
      boolean dropped = feed.http().isEmpty() && feed.ldap().isEmpty();
      if (dropped && store.snapshots().latest(feed.name()).isEmpty()) {
        samples.drop(feed.name(), folders.data());
      }
    }
  }

  /** Starts the routes, and waits until every feed has brought what it offers now. */
  void takeIn() throws InterruptedException {
    camel.start();
    // A file that is being read has been brought, however long it is.
    boolean all;
    do {
      all = first.await(settings.pollTimeout().toMillis() + 30_000);
    } while (!all && intake.isBusy() && !stopping);
    overdue = !all && !stopping;
    if (overdue) {
      LOG.warn("not every feed has answered in time; going on without {}", first.pending());
    }
  }

  /** Runs one cycle by its route: match, report, dispatch. */
  void cycle() {
    camel.ask("direct:cycle");
  }

  String summary() {
    return matchCycle.last().map(outcome -> SummaryText.of(desk.data(outcome))).orElse("");
  }

  /**
   * Whether a feed failed, is held or did not answer in time, the cycle is held, or a route file
   * was left out.
   */
  boolean isTroubled() {
    return overdue
        || matchCycle.last().flatMap(Outcome::held).isPresent()
        || intake.failures() > 0
        || feeds.values().stream().anyMatch(desk::isTroubled)
        || !camel.problems().isEmpty();
  }

  /** Waits no longer for the feeds, since the hub is told to stop. */
  void giveUpWaiting() {
    stopping = true;
    first.giveUp();
  }

  /** Why the reports are not those of the newest cycle; empty while they are. */
  Optional<String> unwritten() {
    return desk.trouble();
  }

  /** Opens the HTTP port. */
  WebServer serve() throws IOException {
    Site site =
        new Site(
            vitals::health,
            feeds.keySet(),
            new RouteReceiver(camel),
            settings.limitsBytes(),
            settings.reportsDir(),
            meters.get()::scrape);
    return parts.add(
        WebServer.start(settings.httpHost(), settings.httpPort(), token(settings), site));
  }

  /** What callers must show; said aloud where they may come from elsewhere. */
  static AccessToken token(Settings settings) throws IOException {
    boolean open = !WebServer.isLoopback(settings.httpHost());
    AccessToken token = AccessToken.in(settings.httpTokenFile(), open);
    if (open) {
      LOG.warn("the network reaches {}: what is sent is not encrypted", settings.httpHost());
    }
    return token;
  }

  /** Where to look, for whoever started the hub, and for no log: the address holds the token. */
  String whereabouts(WebServer web) throws IOException {
    return Whereabouts.of(settings, web.address());
  }

  @Override
  public void close() {
    parts.close();
  }
}
