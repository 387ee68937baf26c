package devicehub.config;

import devicehub.config.HttpConfig.Login;
import devicehub.config.HttpConfig.Maas360Account;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads how a feed's server is asked. {@code path} and {@code token-url} may hold other keys in
 * braces, and begin with a slash where they continue {@code url}.
 *
 * <pre>
 *   http:
 *     url: https://services.fiberlink.com
 *     path: /device-apis/devices/2.0/search/customer/{billing-id}?pageSize={page-size}
 *     billing-id: 30012345
 *     password: ${file:/run/secrets/maas360}
 * </pre>
 */
final class HttpEntry {
  private static final Pattern VARIABLE = Pattern.compile("(?<!\\$)\\{([a-z-]+)\\}");
  private static final Pattern HEADER_NAME = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]+");

  private final Layers http;
  private final Placeholders placeholders;
  private final Duration usualTimeout;

  HttpEntry(Layers http, Placeholders placeholders, Duration usualTimeout) {
    this.http = http;
    this.placeholders = placeholders;
    this.usualTimeout = usualTimeout;
  }

  HttpConfig read() {
    Login login = login();
    Optional<ServiceAccount> account =
        login == Login.SERVICE_ACCOUNT ? serviceAccount() : Optional.empty();
    return new HttpConfig(
        login,
        address("path"),
        account.map(ServiceAccount::tokenUrl).orElseGet(this::tokenUrl),
        filled("user"),
        filled("password"),
        filled("token"),
        filled("client-id"),
        filled("client-secret"),
        filled("scope"),
        account,
        filled("subject"),
        maas360(),
        filled("page-parameter"),
        firstPage(),
        tokenParameter(),
        headers(),
        timeout(),
        IncrementalEntry.read(http));
  }

  private int firstPage() {
    String text = filled("first-page");
    if (!text.isEmpty() && filled("page-parameter").isEmpty()) {
      http.problem("first-page", "'first-page' is of no use without 'page-parameter'");
    } else if (!List.of("", "0", "1").contains(text)) {
      http.problem("first-page", "'first-page' is '" + text + "', but must be 0 or 1");
    }
    return text.equals("0") ? 0 : 1;
  }

  private String tokenParameter() {
    if (http.own().has("token-parameter") && http.own().has("page-parameter")) {
      http.problem(
          "token-parameter",
          "pages are named by 'token-parameter' or by 'page-parameter', not both");
    }
    // What the feed itself says of pages replaces what its preset says.
    return http.own().has("page-parameter") ? "" : filled("token-parameter");
  }

  /** The login, its keys checked; keys of a login nobody knows cannot be judged. */
  private Login login() {
    String label = http.text("login", "none");
    if (!HttpKeys.LOGINS.contains(label)) {
      http.problem("login", "unknown login '" + label + "'" + Nearest.hint(label, HttpKeys.LOGINS));
      return Login.NONE;
    }
    Login login = Login.valueOf(label.toUpperCase(Locale.ROOT).replace('-', '_'));
    HttpKeys.check(http, login);
    return login;
  }

  private String tokenUrl() {
    return http.has("token-url") ? address("token-url") : "";
  }

  private Optional<ServiceAccount> serviceAccount() {
    String file = filled("key-file");
    try {
      return file.isEmpty() ? Optional.empty() : Optional.of(ServiceAccountFile.read(file));
    } catch (BadValueException e) {
      http.problem("key-file", "'key-file' " + e.getMessage());
      return Optional.empty();
    }
  }

  /** The whole address under a key, or the empty string after reporting what is wrong with it. */
  private String address(String key) {
    String template = http.text(key, "");
    String server = filled("url").replaceFirst("/+$", "");
    String address = template.isEmpty() || template.startsWith("/") ? server + template : template;
    if (server.isEmpty()) {
      return "";
    }
    Matcher variables = VARIABLE.matcher(address);
    while (variables.find()) {
      String name = variables.group(1);
      if (filled(name).isEmpty()) {
        http.own().problem(name, "'" + name + "' is missing: '" + key + "' needs it");
        return "";
      }
    }
    String whole = variables.replaceAll(found -> Matcher.quoteReplacement(filled(found.group(1))));
    try {
      Values.httpUrl(whole.replace(Placeholders.SAMPLES, "http://127.0.0.1:1"));
      return whole;
    } catch (BadValueException e) {
      // A server's address may hold a password by mistake, so it is not repeated here.
      String wrong = http.own().has(key) ? key : "url";
      http.problem(wrong, "'" + wrong + "' " + e.getMessage());
      return "";
    }
  }

  private Maas360Account maas360() {
    String billingId = filled("billing-id");
    String appId = filled("app-id");
    return new Maas360Account(
        billingId,
        filled("platform-id"),
        appId.isEmpty() && !billingId.isEmpty() ? "com." + billingId + ".api" : appId,
        filled("app-version"),
        filled("access-key"));
  }

  private Map<String, String> headers() {
    Map<String, String> headers = new LinkedHashMap<>();
    Layers entries = http.within("headers");
    entries.preset().keys().forEach(name -> header(entries, name, headers));
    entries.own().keys().forEach(name -> header(entries, name, headers));
    return Map.copyOf(headers);
  }

  private void header(Layers entries, String name, Map<String, String> headers) {
    Optional<String> value = fill(entries, name);
    if (!HEADER_NAME.matcher(name).matches()) {
      entries.problem(name, "'" + name + "' is no name of a header");
    } else {
      value.ifPresent(text -> headers.put(name, text));
    }
  }

  private Duration timeout() {
    Optional<String> text = http.text("timeout");
    try {
      return text.map(Values::duration).orElse(usualTimeout);
    } catch (BadValueException e) {
      http.problem("timeout", "'timeout' is '" + text.orElse("") + "', but " + e.getMessage());
      return usualTimeout;
    }
  }

  private String filled(String key) {
    return fill(http, key).orElse("");
  }

  private Optional<String> fill(Layers layers, String key) {
    Optional<String> text = layers.text(key);
    try {
      return text.map(placeholders::fill).map(HttpEntry::oneLine);
    } catch (BadValueException e) {
      layers.problem(key, "'" + key + "' " + e.getMessage());
      return Optional.empty();
    }
  }

  /** A line break would begin another header. */
  private static String oneLine(String text) {
    if (text.chars().anyMatch(c -> c < ' ')) {
      throw new BadValueException("must be one line");
    }
    return text;
  }
}
