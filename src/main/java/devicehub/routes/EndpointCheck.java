package devicehub.routes;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.catalog.EndpointValidationResult;
import org.jspecify.annotations.Nullable;

/** Asks Camel whether an address can be opened, and each of its options be set. */
final class EndpointCheck {
  private static final Pattern MISSING = Pattern.compile("Option (\\w+) is required .*");

  /** Camel takes a time for any number of milliseconds; its catalogue knows only of some. */
  private static final Pattern TIME = Pattern.compile("(\\d+(ms|s|m|h|d))+");

  /** The catalogue has it for readers only; senders need it too, and Camel heeds it. */
  private static final String EITHER_WAY = "exchangePattern";

  private final Rehearsal camel;
  private final Placeholders placeholders;
  private final Set<String> beans;
  private final RouteProblems problems;
  private final Set<String> schemes = OnClassPath.COMPONENTS.names();

  EndpointCheck(
      Rehearsal camel, Placeholders placeholders, Set<String> beans, RouteProblems problems) {
    this.camel = camel;
    this.placeholders = placeholders;
    this.beans = beans;
    this.problems = problems;
  }

  void check(Endpoint endpoint) {
    Optional<String> uri = placeholders.fillIn(endpoint.uri());
    if (uri.isEmpty() || endpoint.isFromData()) {
      return;
    }
    String scheme = Endpoint.scheme(uri.get());
    // A component that the hub sets up itself is a bean; only the hub knows its options.
    if (beans.contains(scheme)) {
      return;
    }
    if (!schemes.contains(scheme)) {
      problems.add(
          place(endpoint, "uri"),
          "unknown component '" + scheme + "'" + DidYouMean.hint(scheme, schemes));
      return;
    }
    Map<String, Object> parameters = new TreeMap<>();
    endpoint
        .parameters()
        .forEach(
            (name, value) ->
                parameters.put(name, placeholders.fillIn(value.text()).orElse(value.text())));
    if (!parameters.isEmpty() && uri.get().contains("?")) {
      problems.add(
          endpoint.at(), "has options behind the '?' and in 'parameters'; put all in 'parameters'");
      return;
    }
    try {
      String address = camel.address(endpoint.at(), uri.get(), parameters);
      if (address.contains(":")) {
        tell(endpoint, scheme, camel.validate(address, endpoint.consumes()));
      } else {
        problems.add(place(endpoint, "uri"), "'" + address + "' says not what to reach there");
      }
    } catch (RuntimeException e) {
      problems.add(endpoint.at(), cause(e, scheme));
    }
  }

  private static String cause(RuntimeException e, String scheme) {
    String message = Rehearsal.firstLine(e);
    Matcher missing = MISSING.matcher(message);
    return missing.matches()
        ? "option '" + missing.group(1) + "' of '" + scheme + "' is missing"
        : message;
  }

  /** Where a part of the address stands. */
  private static YamlNode place(Endpoint endpoint, String name) {
    return Optional.ofNullable(endpoint.parameters().get(name))
        .or(() -> endpoint.at().get("uri"))
        .orElse(endpoint.at());
  }

  private void tell(Endpoint endpoint, String scheme, EndpointValidationResult result) {
    String of = "' of '" + scheme + "'";
    Set<String> known = camel.options(scheme);
    for (String name : those(result.getUnknown())) {
      String hint = DidYouMean.hint(name, known);
      problems.add(place(endpoint, name), "unknown option '" + name + of + hint);
    }
    // An HTTP address may bear any option, for the server to read; a near miss is still a slip.
    for (String name : those(result.getLenient())) {
      DidYouMean.slip(name, known)
          .filter(slip -> slip.length() > 5)
          .map(slip -> "unknown option '" + name + of + "; did you mean '" + slip + "'?")
          .ifPresent(message -> problems.add(place(endpoint, name), message));
    }
    for (String name : those(result.getNotConsumerOnly())) {
      problems.add(
          place(endpoint, name),
          "option '" + name + of + " is for sending, and this reads from it");
    }
    for (String name : those(result.getNotProducerOnly())) {
      if (!name.equals(EITHER_WAY)) {
        problems.add(
            place(endpoint, name),
            "option '" + name + of + " is for reading, and this sends to it");
      }
    }
    for (String name : those(result.getRequired())) {
      problems.add(place(endpoint, name), "option '" + name + of + " is missing");
    }
    if (result.getSyntaxError() != null) {
      problems.add(place(endpoint, "uri"), "is no address that can be read");
    }
    tellValues(endpoint, scheme, result);
  }

  /** Values are told as they are written: what a setting holds may be a secret. */
  private void tellValues(Endpoint endpoint, String scheme, EndpointValidationResult result) {
    Map<String, String> wanted = new TreeMap<>();
    those(result.getInvalidBoolean()).keySet().forEach(name -> wanted.put(name, "true or false"));
    those(result.getInvalidInteger())
        .forEach(
            (name, value) -> {
              if (!TIME.matcher(value).matches()) {
                wanted.put(name, "a whole number");
              }
            });
    those(result.getInvalidNumber()).keySet().forEach(name -> wanted.put(name, "a number"));
    those(result.getInvalidDuration())
        .keySet()
        .forEach(name -> wanted.put(name, "a time such as 500 (milliseconds), 30s or 15m"));
    those(result.getInvalidReference())
        .keySet()
        .forEach(name -> wanted.put(name, "a bean, as '#name'"));
    those(result.getInvalidEnum())
        .keySet()
        .forEach(name -> wanted.put(name, "one of " + choices(result, name)));
    wanted.forEach(
        (name, what) -> {
          YamlNode place = place(endpoint, name);
          String value = endpoint.parameters().containsKey(name) ? place.text() : "";
          problems.add(
              place,
              "option '%s' of '%s' must be %s%s"
                  .formatted(name, scheme, what, value.isEmpty() ? "" : ", not '" + value + "'"));
        });
  }

  private static String choices(EndpointValidationResult result, String name) {
    return String.join(
        ", ", those(result.getInvalidEnumChoices()).getOrDefault(name, new String[0]));
  }

  /** Camel's catalogue says null where it found nothing. */
  private static <V> Map<String, V> those(@Nullable Map<String, V> found) {
    return found == null ? Map.of() : found;
  }

  private static Set<String> those(@Nullable Set<String> names) {
    return names == null ? Set.of() : names;
  }
}
