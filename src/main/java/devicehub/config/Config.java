package devicehub.config;

import devicehub.matching.RuleBook;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Everything in the folder {@code config/}, read and checked.
 *
 * <pre>
 *   hub.properties   settings
 *   feeds.yaml       feeds, in the order of the file
 *   rules.yaml       the rule book
 * </pre>
 */
public record Config(Settings settings, Map<String, FeedConfig> feeds, RuleBook ruleBook) {

  /**
   * Reads the folder.
   *
   * @param given values by name: {@code data} (the data folder), {@code samples.url} once the
   *     sample servers run, and settings that override the file's
   * @throws ConfigException with every problem of every file
   */
  public static Config load(Path folder, Map<String, String> given) {
    return load(folder, Sources.of(given));
  }

  static Config load(Path folder, Sources sources) {
    Problems problems = new Problems();
    SettingsFile settingsFile = new SettingsFile(sources, problems);
    Settings settings =
        settingsFile.read(ConfigText.read(folder.resolve(SettingsFile.NAME), problems).orElse(""));
    FeedEntry.Usual usual =
        new FeedEntry.Usual(settings.pollTimeout(), settings.grace(), settings.staleAfter());
    FeedsFile feedsFile = new FeedsFile(sources, usual, problems);
    Map<String, FeedConfig> feeds = feedsFile.read(folder.resolve(FeedsFile.NAME));
    settingsFile.checkFeeds(feedsFile.names());
    Optional<RuleBook> rules = RulesFile.read(folder.resolve(settings.rulesFile()), problems);
    if (!settings.samples()) {
      feedsFile.refuseSamples();
    }
    problems.throwIfAny();
    return new Config(settings, feeds, rules.orElseThrow());
  }

  /** This configuration with the sample servers' address in the feeds that ask them. */
  public Config samplesAt(String url) {
    Map<String, FeedConfig> at = new LinkedHashMap<>();
    feeds.forEach((name, feed) -> at.put(name, feed.samplesAt(url)));
    return new Config(settings, at, ruleBook);
  }
}
