package devicehub;

import devicehub.config.FeedConfig;
import devicehub.config.FormatConfig;
import devicehub.config.HttpConfig;
import devicehub.config.LdapConfig;
import devicehub.config.ServiceAccount;
import devicehub.config.Settings;
import devicehub.format.FormatSpec;
import devicehub.format.Limits;
import devicehub.format.PagePaths;
import devicehub.format.RowReader;
import devicehub.format.RowReaders;
import devicehub.intake.ErasureList;
import devicehub.intake.RowSink;
import devicehub.intake.UnreadableInputException;
import devicehub.inventory.HoldGuard;
import devicehub.inventory.Snapshot;
import devicehub.ldap.LdapServer;
import devicehub.ldap.LdapServers;
import devicehub.matching.CycleGuard;
import devicehub.polling.FixedLogin;
import devicehub.polling.Login;
import devicehub.polling.MaasLogin;
import devicehub.polling.OauthLogin;
import devicehub.polling.Page;
import devicehub.polling.Paging;
import devicehub.polling.PollSpec;
import devicehub.polling.SignedClaim;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** Makes feeds of their configuration: which reader, which login, which paging. */
final class FeedWiring {
  private static final int RETRIES = 5;

  private final Settings settings;
  private final ErasureList erased;

  FeedWiring(Settings settings) {
    this(settings, ErasureList.EMPTY);
  }

  FeedWiring(Settings settings, ErasureList erased) {
    this.settings = settings;
    this.erased = erased;
  }

  Map<String, Feed> feeds(Map<String, FeedConfig> configs) {
    Map<String, Feed> feeds = new TreeMap<>();
    configs.values().forEach(config -> feeds.put(config.name(), feed(config)));
    return feeds;
  }

  HoldGuard guard() {
    return new HoldGuard(
        new HoldGuard.Limits(
            settings.holdRows(),
            settings.holdShrink(),
            settings.holdShrinkRows(),
            settings.holdGrowth(),
            settings.holdGrowthRows(),
            settings.holdRejected(),
            settings.holdEmpty(),
            settings.holdOverlap(),
            settings.holdOlder()));
  }

  CycleGuard cycleGuard() {
    return new CycleGuard(
        new CycleGuard.Limits(
            settings.guardRetractions(),
            settings.guardRetractionsPairs(),
            settings.guardMerges(),
            settings.guardMergesPairs(),
            settings.guardExceptions(),
            settings.guardExceptionsRecords()));
  }

  /** The directories that feeds are asked of, by feed. */
  LdapServers directories(Map<String, FeedConfig> configs) {
    Map<String, LdapServer> servers = new TreeMap<>();
    ldap(
        configs,
        (feed, ldap) ->
            servers.put(
                feed,
                new LdapServer(
                    ldap.url(),
                    ldap.user(),
                    ldap.password(),
                    ldap.base(),
                    ldap.timeout(),
                    settings.pollTimeout())));
    return new LdapServers(servers);
  }

  /** What routes read of the directories: {@code {{feed.people.base}}} and so on. */
  static Map<String, String> searches(Map<String, FeedConfig> configs) {
    Map<String, String> searches = new TreeMap<>();
    ldap(
        configs,
        (feed, ldap) -> {
          searches.put("feed." + feed + ".base", ldap.base());
          searches.put("feed." + feed + ".filter", ldap.filter());
          searches.put("feed." + feed + ".attributes", String.join(",", ldap.attributes()));
          searches.put("feed." + feed + ".page-size", String.valueOf(ldap.pageSize()));
        });
    return searches;
  }

  private static void ldap(
      Map<String, FeedConfig> configs, BiConsumer<String, LdapConfig> consumer) {
    configs.forEach((feed, config) -> config.ldap().ifPresent(ldap -> consumer.accept(feed, ldap)));
  }

  private Feed feed(FeedConfig config) {
    return new Feed(
        config.spec(),
        reader(config),
        config.pageFiles(),
        config.snapshot() == Snapshot.Kind.DELTA,
        config.grace(),
        config.stale(),
        config.http().map(http -> poll(config, http)),
        config.http().flatMap(HttpConfig::incremental),
        erased);
  }

  private Feed.Reader reader(FeedConfig config) {
    RowReader reader = RowReaders.of(format(config.format()), config.spec().fields().allColumns());
    return (name, in, sink) -> {
      CountingSink counting = new CountingSink(sink);
      devicehub.format.Page page = reader.read(name, in, counting);
      if (page.rows().isPresent() && page.rows().getAsLong() != counting.rows()) {
        throw new UnreadableInputException(
            name,
            0,
            "speaks of " + page.rows().getAsLong() + " records but holds " + counting.rows());
      }
      return new Page(
          counting.rows(),
          page.total().orElse(-1),
          Optional.of(page.next()).filter(next -> !next.isBlank()),
          Optional.of(page.error()).filter(error -> !error.isBlank()),
          Optional.of(page.lacks()).filter(lacks -> !lacks.isBlank()));
    };
  }

  private FormatSpec format(FormatConfig config) {
    Limits usual = Limits.DEFAULT;
    Limits limits =
        new Limits(
            (int) settings.limitsRow(),
            (int) settings.limitsField(),
            settings.limitsColumns(),
            settings.limitsRows(),
            usual.depth(),
            settings.limitsBytes());
    PagePaths paths =
        PagePaths.NONE
            .withNumber(config.pageNumber())
            .withRows(config.pageRows())
            .withTotal(config.total())
            .withNext(config.next());
    if (!config.errorCode().isEmpty()) {
      paths =
          paths.withErrors(
              List.of(config.errorCode()), List.of(config.errorMessage()), Set.of("0", "200"));
    }
    return new FormatSpec(
        config.format(),
        config.charset(),
        config.delimiter(),
        true,
        config.records(),
        paths,
        limits);
  }

  private PollSpec poll(FeedConfig config, HttpConfig http) {
    return new PollSpec(
        config.name(),
        URI.create(http.first()),
        login(http),
        paging(http),
        headers(config.format().format(), http),
        http.timeout(),
        settings.pollPages(),
        settings.limitsBytes(),
        RETRIES);
  }

  /** Some servers answer in XML or JSON as they are asked; what the feed itself says counts. */
  private static Map<String, String> headers(String format, HttpConfig http) {
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    if (format.equals("json") || format.equals("xml")) {
      headers.put("Accept", "application/" + format);
    }
    headers.putAll(http.headers());
    return headers;
  }

  private static Paging paging(HttpConfig http) {
    if (!http.tokenParameter().isEmpty()) {
      return new Paging.Tokens(http.tokenParameter());
    }
    return http.pageParameter().isEmpty()
        ? new Paging.Links()
        : new Paging.Numbers(http.pageParameter(), http.firstPage());
  }

  private static Login login(HttpConfig http) {
    return switch (http.login()) {
      case NONE -> FixedLogin.none();
      case BASIC -> FixedLogin.basic(http.user(), http.password());
      case TOKEN -> FixedLogin.header("Authorization", "Bearer " + http.token());
      case OAUTH2 ->
          new OauthLogin(
              URI.create(http.tokenUrl()), http.clientId(), http.clientSecret(), http.scope());
      case SERVICE_ACCOUNT ->
          http.serviceAccount().map(key -> serviceAccount(http, key)).orElseThrow();
      case MAAS360 ->
          new MaasLogin(
              URI.create(http.tokenUrl()),
              new MaasLogin.Account(
                  http.maas360().billingId(),
                  http.maas360().platformId(),
                  http.maas360().appId(),
                  http.maas360().appVersion(),
                  http.maas360().accessKey(),
                  http.user(),
                  http.password()));
    };
  }

  private static Login serviceAccount(HttpConfig http, ServiceAccount account) {
    URI address = URI.create(account.tokenUrl());
    InstantSource clock = InstantSource.system();
    SignedClaim claim =
        new SignedClaim(
            address, account.email(), account.keyId(), account.key(), http.scope(), http.subject());
    return new OauthLogin(address, () -> claim.form(clock.instant()), clock);
  }

  /** Counts the records that really came, to hold against what the input says of itself. */
  private static final class CountingSink implements RowSink {
    private final RowSink sink;
    private long rows;

    CountingSink(RowSink sink) {
      this.sink = sink;
    }

    long rows() {
      return rows;
    }

    @Override
    public void columns(List<String> names) {
      sink.columns(names);
    }

    @Override
    public void rows(List<? extends devicehub.intake.Row> batch) {
      rows += batch.size();
      sink.rows(batch);
    }

    @Override
    public void unreadable(long line, String reason, String value) {
      rows++;
      sink.unreadable(line, reason, value);
    }
  }
}
