package devicehub.config;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads {@code config/feeds.yaml}: one entry per feed, on top of a preset.
 *
 * <pre>
 *   exchange:
 *     kind: exchange
 *     culture: en-US
 *     fields: {owner: [Email Address, Manager]}
 * </pre>
 */
final class FeedsFile {
  static final String NAME = "feeds.yaml";

  private final Problems problems;
  private final Placeholders placeholders;
  private final FeedEntry.Usual usual;
  private final Map<String, FeedConfig> feeds = new LinkedHashMap<>();
  private final Map<String, Integer> lineOf = new LinkedHashMap<>();

  FeedsFile(Sources sources, FeedEntry.Usual usual, Problems problems) {
    this.problems = problems;
    this.placeholders = new Placeholders(sources);
    this.usual = usual;
  }

  /** The feeds by name, in the order of the file. */
  Map<String, FeedConfig> read(Path file) {
    Yaml.read(file, problems).ifPresent(this::read);
    return feeds;
  }

  /** Every name in the file, of feeds with problems too. */
  Set<String> names() {
    return lineOf.keySet();
  }

  /** Reports the feeds that would ask the sample servers, which do not run. */
  void refuseSamples() {
    for (FeedConfig feed : feeds.values()) {
      if (feed.http().filter(HttpConfig::asksSamples).isPresent()) {
        problems.add(
            NAME,
            lineOf.getOrDefault(feed.name(), 0),
            "feed '"
                + feed.name()
                + "' asks the sample servers, but the setting 'samples' is not true: give its real"
                + " 'url'");
      }
    }
  }

  private void read(Yaml yaml) {
    YamlMap root = yaml.map("the file");
    for (String name : root.keys()) {
      lineOf.put(name, root.line(name));
      if (name.matches("[a-z][a-z0-9-]{0,31}")) {
        feed(name, root).ifPresent(feed -> feeds.put(name, feed));
      } else {
        root.problemAtKey(
            name,
            "feed name '"
                + name
                + "' must begin with a small letter and hold small letters,"
                + " digits and dashes, at most 32");
      }
    }
  }

  private Optional<FeedConfig> feed(String name, YamlMap root) {
    YamlMap own = root.map(name).orElseThrow();
    own.allowOnly(FeedEntry.KEYS);
    Optional<String> kind = own.text("kind");
    if (kind.isEmpty()) {
      root.problemAtKey(name, "feed '" + name + "' has no 'kind'" + known());
      return Optional.empty();
    }
    if (!Preset.KINDS.contains(kind.get())) {
      own.problem(
          "kind", "unknown kind '" + kind.get() + "'" + Nearest.hint(kind.get(), Preset.KINDS));
      return Optional.empty();
    }
    int before = problems.count();
    Layers layers = new Layers(own, Preset.of(kind.get(), problems));
    FeedConfig feed = new FeedEntry(name, kind.get(), layers, placeholders, usual).read();
    return problems.count() == before ? Optional.of(feed) : Optional.empty();
  }

  private static String known() {
    return "; known: " + String.join(", ", Preset.KINDS);
  }
}
