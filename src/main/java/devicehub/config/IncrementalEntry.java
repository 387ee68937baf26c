package devicehub.config;

import devicehub.config.IncrementalConfig.Written;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads how a server is asked incrementally; the feed's own block turns it on.
 *
 * <pre>
 *   incremental:
 *     parameter: lastReportedAfterInEpochms
 *     format: epoch-ms
 *     overlap: 15m
 *     full-every: 24h
 * </pre>
 */
final class IncrementalEntry {
  private static final List<String> KEYS =
      List.of("parameter", "value", "format", "overlap", "full-every");
  private static final List<String> FORMATS =
      Arrays.stream(Written.values()).map(IncrementalEntry::label).toList();
  private static final Duration OVERLAP = Duration.ofMinutes(15);
  private static final Duration FULL_EVERY = Duration.ofHours(24);

  private final Layers entry;

  private IncrementalEntry(Layers entry) {
    this.entry = entry;
  }

  static Optional<IncrementalConfig> read(Layers http) {
    return http.own().has("incremental")
        ? Optional.of(new IncrementalEntry(http.within("incremental")).read())
        : Optional.empty();
  }

  private IncrementalConfig read() {
    entry.own().allowOnly(KEYS);
    return new IncrementalConfig(
        parameter(),
        value(),
        format(),
        time("overlap", Values::anyDuration, OVERLAP),
        time("full-every", Values::duration, FULL_EVERY));
  }

  private String parameter() {
    Optional<String> name = entry.text("parameter");
    if (name.isEmpty()) {
      entry.own().problem("parameter", "'parameter' is missing: it takes the moment to ask from");
    } else if (!name.get().matches("[A-Za-z0-9$._~-]+")) {
      entry.problem("parameter", "'" + name.get() + "' is no name of a query parameter");
    }
    return name.orElse("");
  }

  private String value() {
    String value = entry.text("value", IncrementalConfig.FROM);
    if (!value.contains(IncrementalConfig.FROM)) {
      entry.problem("value", "'value' lacks {from}, where the moment to ask from stands");
    }
    return value;
  }

  private Written format() {
    String label = entry.text("format", label(Written.EPOCH_MS));
    if (!FORMATS.contains(label)) {
      entry.problem("format", "unknown format '" + label + "'" + Nearest.hint(label, FORMATS));
      return Written.EPOCH_MS;
    }
    return Written.valueOf(label.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  private Duration time(String key, Function<String, Duration> reader, Duration usual) {
    Optional<String> text = entry.text(key);
    try {
      return text.map(reader).orElse(usual);
    } catch (BadValueException e) {
      entry.problem(key, "'" + key + "' is '" + text.orElse("") + "', but " + e.getMessage());
      return usual;
    }
  }

  private static String label(Written format) {
    return format.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
