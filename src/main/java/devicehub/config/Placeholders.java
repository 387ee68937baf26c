package devicehub.config;

import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Fills the placeholders in a value.
 *
 * <pre>
 *   ${data}                    a name the hub gives, such as the data folder
 *   ${PG_PASSWORD}             an environment variable
 *   ${file:/run/secrets/pg}    the content of a file that only its owner may read
 *   ${samples.url}             left as it is until the sample servers run
 * </pre>
 */
final class Placeholders {
  static final String SAMPLES = "${samples.url}";
  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^}]*)\\}");

  private final Sources sources;

  Placeholders(Sources sources) {
    this.sources = sources;
  }

  /**
   * The value with every placeholder filled.
   *
   * @throws BadValueException naming the placeholder that cannot be filled
   */
  String fill(String value) {
    return fill(value, UnaryOperator.identity());
  }

  /** The value with every placeholder filled by text that is escaped for its place. */
  String fill(String value, UnaryOperator<String> escape) {
    if (!value.contains("${")) {
      return value;
    }
    return PLACEHOLDER
        .matcher(value)
        .replaceAll(
            found -> Matcher.quoteReplacement(escape.apply(filled(found.group(), found.group(1)))));
  }

  private String filled(String whole, String name) {
    if (name.startsWith("file:")) {
      return SecretFile.read(name.substring(5)).stripTrailing();
    }
    Map<String, String> known =
        sources.given().containsKey(name) ? sources.given() : sources.environment();
    @Nullable String value = known.get(name);
    if (value != null) {
      return value;
    }
    if (whole.equals(SAMPLES)) {
      return whole;
    }
    throw new BadValueException("names " + whole + ", which is not set in the environment");
  }
}
