package devicehub.config;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where values come from besides the files, the strongest first: what the caller gives (the command
 * line), Java properties {@code -Ddevicehub.match.period=1m}, environment variables {@code
 * DEVICEHUB_MATCH_PERIOD=1m}.
 */
record Sources(
    Map<String, String> given, Map<String, String> properties, Map<String, String> environment) {
  static final String PREFIX = "DEVICEHUB_";
  private static final String PROPERTY_PREFIX = "devicehub.";

  /** The sources of this process. */
  static Sources of(Map<String, String> given) {
    Map<String, String> properties = new HashMap<>();
    for (String name : System.getProperties().stringPropertyNames()) {
      @Nullable String value = System.getProperty(name);
      if (value != null) {
        properties.put(name, value);
      }
    }
    return new Sources(Map.copyOf(given), properties, System.getenv());
  }

  /** A value that overrides the file, and the name of its origin. */
  record Override(String origin, String text) {}

  Optional<Override> override(Setting<?> setting) {
    String property = PROPERTY_PREFIX + setting.key();
    return from(given, setting.key(), "the command line")
        .or(() -> from(properties, property, "-D" + property))
        .or(() -> from(environment, setting.variable(), setting.variable()));
  }

  private static Optional<Override> from(Map<String, String> map, String key, String origin) {
    return Optional.ofNullable(map.get(key)).map(text -> new Override(origin, text.strip()));
  }
}
