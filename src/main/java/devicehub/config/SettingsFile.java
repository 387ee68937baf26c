package devicehub.config;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads {@code config/hub.properties}: lines of {@code key=value}, UTF-8, comments after {@code #}
 * at the line's start. Unlike in Java's own properties a backslash is just a backslash.
 */
final class SettingsFile {
  static final String NAME = "hub.properties";
  private static final String ROUTE_PREFIX = "route.";
  private static final String FEED_PREFIX = "feed.";

  private record Line(int number, String text) {}

  private final Sources sources;
  private final Problems problems;
  private final Placeholders placeholders;
  private final Map<String, Line> lines = new LinkedHashMap<>();

  SettingsFile(Sources sources, Problems problems) {
    this.sources = sources;
    this.problems = problems;
    this.placeholders = new Placeholders(sources);
  }

  /** The settings in a file's text; a setting that cannot be read keeps its default. */
  Settings read(String text) {
    scan(text);
    Settings settings = new Settings();
    for (Setting<?> setting : KnownSettings.ALL) {
      take(setting, settings);
    }
    lines.forEach((key, line) -> takeFree(key, line, settings));
    checkVariables();
    return settings;
  }

  private void scan(String text) {
    int number = 0;
    for (String raw : text.lines().toList()) {
      number++;
      String line = raw.strip();
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      int equals = line.indexOf('=');
      if (equals < 1) {
        problems.add(NAME, number, "'" + line + "' is no 'key=value'");
        continue;
      }
      String key = line.substring(0, equals).strip();
      Line value = new Line(number, line.substring(equals + 1).strip());
      Optional<Line> first = Optional.ofNullable(lines.putIfAbsent(key, value));
      if (first.isPresent()) {
        problems.add(
            NAME, number, "'" + key + "' is set twice, first in line " + first.get().number());
      }
    }
  }

  private <T> void take(Setting<T> setting, Settings settings) {
    Optional<Sources.Override> override = sources.override(setting);
    Line line = lines.getOrDefault(setting.key(), new Line(0, setting.usual()));
    String origin = override.map(Sources.Override::origin).orElse(NAME);
    int number = override.isPresent() ? 0 : line.number();
    String text = override.map(Sources.Override::text).orElse(line.text());
    Optional<String> filled = fill(setting.key(), text, origin, number);
    try {
      if (filled.isPresent()) {
        settings.put(setting, setting.reader().apply(filled.get()), filled.get());
        return;
      }
    } catch (BadValueException e) {
      String message = "'" + setting.key() + "' is '" + text + "', but " + e.getMessage();
      problems.add(origin, number, message);
    }
    // Reading goes on, to find what else is wrong.
    settings.put(setting, setting.reader().apply(setting.usual()), setting.usual());
  }

  private Optional<String> fill(String key, String text, String origin, int line) {
    try {
      return Optional.of(placeholders.fill(text));
    } catch (BadValueException e) {
      problems.add(origin, line, "'" + key + "' " + e.getMessage());
      return Optional.empty();
    }
  }

  private void takeFree(String key, Line line, Settings settings) {
    List<String> known = KnownSettings.keys();
    if (known.contains(key)) {
      return;
    }
    if (!key.startsWith(ROUTE_PREFIX) && !key.startsWith(FEED_PREFIX)) {
      problems.add(NAME, line.number(), "unknown setting '" + key + "'" + Nearest.hint(key, known));
      return;
    }
    fill(key, line.text(), NAME, line.number()).ifPresent(text -> settings.putForRoutes(key, text));
  }

  /**
   * Another program may own a variable that begins like ours; one that looks like a slip is ours.
   */
  private void checkVariables() {
    List<String> known = KnownSettings.ALL.stream().map(Setting::variable).toList();
    for (String name : sources.environment().keySet()) {
      if (name.startsWith(Sources.PREFIX) && !known.contains(name) && Nearest.isSlip(name, known)) {
        problems.add(name, 0, "is no setting" + Nearest.hint(name, known));
      }
    }
  }

  /** Reports keys such as {@code feed.exchagne.inbox} that belong to no feed. */
  void checkFeeds(Collection<String> feeds) {
    lines.forEach(
        (key, line) -> {
          int dot = key.indexOf('.', FEED_PREFIX.length());
          if (key.startsWith(FEED_PREFIX) && !feeds.isEmpty()) {
            String feed = key.substring(FEED_PREFIX.length(), dot < 0 ? key.length() : dot);
            if (!feeds.contains(feed)) {
              problems.add(
                  NAME,
                  line.number(),
                  "'" + key + "' is for a feed '" + feed + "'" + Nearest.hint(feed, feeds));
            }
          }
        });
  }
}
