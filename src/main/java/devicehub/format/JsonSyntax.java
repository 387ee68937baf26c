package devicehub.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** JSON to the letter of RFC 8259: no comments, no doubled keys, nothing behind the end. */
final class JsonSyntax {
  private static final int NAME = 1000;
  private static final Pattern NAME_GIVEN = Pattern.compile("'[A-Za-z]{1,40}'");
  private static final Pattern WORDS_GIVEN = Pattern.compile("['\"][^'\"]{2,}(['\"]|$)");

  private JsonSyntax() {}

  static JsonFactory within(Limits limits) {
    return JsonFactory.builder()
        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
        .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
        // Names come from outside: the JVM's table of strings is not for them.
        .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
        .streamReadConstraints(
            StreamReadConstraints.builder()
                .maxNestingDepth(limits.depth())
                .maxStringLength(limits.cellLength())
                .maxNumberLength(NAME)
                .maxNameLength(NAME)
                .build())
        .build();
  }

  /** A parser's complaint, with the line and column it is about. */
  static BadInput bad(JsonProcessingException e) {
    JsonLocation at = e.getLocation();
    long line = at == null ? 0 : at.getLineNr();
    String column = at == null ? "" : " (column " + at.getColumnNr() + ")";
    if (e instanceof JsonEOFException) {
      return new BadInput(line, "ends before the JSON does" + column);
    }
    String complaint = e.getOriginalMessage();
    if (e instanceof StreamConstraintsException) {
      return new BadInput(
          line, "is beyond the limits: " + complaint.replaceFirst(", from .*", ")"));
    }
    if (complaint.toLowerCase(Locale.ROOT).startsWith("duplicate field")) {
      return new BadInput(line, "holds a field twice" + column + namedIn(complaint));
    }
    return new BadInput(line, "is no sound JSON" + column + ": " + firstSentence(complaint));
  }

  /** A field's name, unless it might be somebody's: complaints go to the log. */
  private static String namedIn(String complaint) {
    Matcher name = NAME_GIVEN.matcher(complaint);
    return name.find() ? ": " + name.group() : "";
  }

  /** What the input holds stays there; it may be about people. */
  private static String firstSentence(String complaint) {
    String line = WORDS_GIVEN.matcher(complaint.lines().findFirst().orElse("")).replaceAll("'…'");
    return line.length() > 160 ? line.substring(0, 160) + "…" : line;
  }

  static BadInput bad(JsonParser at, String reason) {
    return new BadInput(at.currentLocation().getLineNr(), reason);
  }
}
