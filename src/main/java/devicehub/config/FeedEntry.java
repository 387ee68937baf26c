package devicehub.config;

import devicehub.intake.FeedRole;
import devicehub.intake.FeedSpec;
import devicehub.inventory.Snapshot;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads one feed of the feeds file over its preset. Problems are reported; a value still comes. */
final class FeedEntry {
  /** What a feed, and a preset, may say. */
  static final List<String> KEYS =
      List.of(
          "kind",
          "side",
          "format",
          "charset",
          "delimiter",
          "records",
          "envelope",
          "fields",
          "zone",
          "dates",
          "culture",
          "status",
          "snapshot",
          "grace",
          "stale",
          "pages",
          "http",
          "ldap");

  private static final List<String> ENVELOPE =
      List.of("page-number", "page-rows", "total", "next", "error-code", "error-message");
  private static final List<String> FORMATS = List.of("csv", "json", "ndjson", "xml", "clixml");
  private static final String LDAP_FORMAT = "ndjson";
  private static final List<String> SIDES = List.of("enrollment", "mail", "directory");

  /** What feeds go by that do not say otherwise; the grace is that of mail feeds. */
  record Usual(Duration timeout, Duration grace, Duration stale) {}

  private final String name;
  private final String kind;
  private final Layers feed;
  private final Placeholders placeholders;
  private final Usual usual;

  FeedEntry(String name, String kind, Layers feed, Placeholders placeholders, Usual usual) {
    this.name = name;
    this.kind = kind;
    this.feed = feed;
    this.placeholders = placeholders;
    this.usual = usual;
  }

  FeedConfig read() {
    FeedSpec spec = spec();
    Duration usualGrace = spec.role() == FeedRole.MAIL ? usual.grace() : Duration.ZERO;
    boolean full = oneOf("snapshot", List.of("full", "delta"), "full").equals("full");
    Optional<HttpConfig> http =
        feed.own().has("http")
            ? Optional.of(new HttpEntry(feed.within("http"), placeholders, usual.timeout()).read())
            : Optional.empty();
    Optional<LdapConfig> ldap =
        feed.own().has("ldap")
            ? Optional.of(new LdapEntry(feed.within("ldap"), placeholders).read(spec.fields()))
            : Optional.empty();
    if (http.isPresent() && ldap.isPresent()) {
      feed.problem("ldap", "'ldap' and 'http' both say whom to ask: give one of them");
    }
    if (!full && http.flatMap(HttpConfig::incremental).isPresent()) {
      feed.problem(
          "snapshot", "'incremental' is of no use to a feed whose every answer is a delta");
    }
    return new FeedConfig(
        spec,
        format(),
        full ? Snapshot.Kind.FULL : Snapshot.Kind.DELTA,
        value("grace", usualGrace.toString(), Values::anyDuration, usualGrace),
        value("stale", usual.stale().toString(), Values::duration, usual.stale()),
        oneOf("pages", List.of("files", "none"), "none").equals("files"),
        http,
        ldap);
  }

  private FeedSpec spec() {
    FeedRole role =
        switch (oneOf("side", SIDES, "")) {
          case "mail" -> FeedRole.MAIL;
          case "directory" -> FeedRole.DIRECTORY;
          default -> FeedRole.ENROLLMENT;
        };
    if (feed.text("side").isEmpty()) {
      feed.own().problem("side", "'side' is missing: enrollment, mail or directory");
    }
    StatusWords words = StatusWords.read(feed.within("status"));
    return new FeedSpec(
        name,
        role,
        kind,
        FieldColumns.read(feed, role),
        DateRules.read(feed),
        words.active(),
        words.inactive(),
        words.retired(),
        words.ignored());
  }

  private FormatConfig format() {
    Layers envelope = feed.within("envelope");
    envelope.own().allowOnly(ENVELOPE);
    return new FormatConfig(
        formatName(),
        value("charset", "auto", FeedEntry::charset, "auto"),
        value("delimiter", "auto", FeedEntry::delimiter, "auto"),
        feed.text("records", ""),
        envelope.text("page-number", ""),
        envelope.text("page-rows", ""),
        envelope.text("total", ""),
        envelope.text("next", ""),
        envelope.text("error-code", ""),
        envelope.text("error-message", ""));
  }

  /**
   * What a directory is asked for is kept as one JSON record a line, whatever the preset's files.
   */
  private String formatName() {
    if (!feed.own().has("ldap")) {
      return oneOf("format", FORMATS, "csv");
    }
    if (!feed.own().text("format").orElse(LDAP_FORMAT).equals(LDAP_FORMAT)) {
      feed.problem("format", "'format' is of no use beside 'ldap': leave it out");
    }
    return LDAP_FORMAT;
  }

  private static String charset(String text) {
    try {
      if (text.equals("auto") || Charset.isSupported(text)) {
        return text;
      }
    } catch (IllegalCharsetNameException e) {
      // Said below, in the words of the file.
    }
    throw new BadValueException("must be auto or a charset such as UTF-8 or windows-1252");
  }

  private static String delimiter(String text) {
    return switch (text) {
      case "auto" -> text;
      case "tab", "\\t" -> "\t";
      case "comma" -> ",";
      case "semicolon" -> ";";
      default -> {
        if (text.length() == 1 && !Character.isLetterOrDigit(text.charAt(0))) {
          yield text;
        }
        throw new BadValueException("must be auto, comma, semicolon, tab or one character");
      }
    };
  }

  private <T> T value(String key, String usual, Function<String, T> reader, T otherwise) {
    String text = feed.text(key, usual);
    try {
      return reader.apply(text);
    } catch (BadValueException e) {
      feed.problem(key, "'" + key + "' is '" + text + "', but " + e.getMessage());
      return otherwise;
    }
  }

  private String oneOf(String key, List<String> known, String usual) {
    String text = feed.text(key, usual);
    if (!text.isEmpty() && !known.contains(text)) {
      feed.problem(key, "unknown " + key + " '" + text + "'" + Nearest.hint(text, known));
    }
    return text;
  }
}
