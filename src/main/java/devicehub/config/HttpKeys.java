package devicehub.config;

import devicehub.config.HttpConfig.Login;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Which keys a feed's {@code http} block may and must have, by how it logs in. */
final class HttpKeys {
  static final List<String> LOGINS = Arrays.stream(Login.values()).map(HttpKeys::label).toList();

  private static final List<String> COMMON =
      List.of(
          "login",
          "url",
          "path",
          "page-parameter",
          "first-page",
          "token-parameter",
          "page-size",
          "tenant",
          "headers",
          "timeout",
          "incremental");

  private static final Map<Login, List<String>> REQUIRED =
      Map.of(
          Login.NONE, List.of(),
          Login.BASIC, List.of("user", "password"),
          Login.TOKEN, List.of("token"),
          Login.OAUTH2, List.of("token-url", "client-id", "client-secret"),
          Login.SERVICE_ACCOUNT, List.of("key-file", "scope"),
          Login.MAAS360, List.of("token-url", "billing-id", "user", "password", "access-key"));

  private static final Map<Login, List<String>> OPTIONAL =
      Map.of(
          Login.OAUTH2, List.of("scope"),
          Login.SERVICE_ACCOUNT, List.of("subject"),
          Login.MAAS360, List.of("platform-id", "app-id", "app-version"));

  private HttpKeys() {}

  static void check(Layers http, Login login) {
    Set<String> useful = new LinkedHashSet<>(COMMON);
    useful.addAll(REQUIRED.getOrDefault(login, List.of()));
    useful.addAll(OPTIONAL.getOrDefault(login, List.of()));
    for (String key : http.own().keys()) {
      if (useful.contains(key)) {
        continue;
      }
      boolean elsewhere = isKeyOf(REQUIRED, key) || isKeyOf(OPTIONAL, key);
      http.own()
          .problemAtKey(
              key,
              elsewhere
                  ? "'" + key + "' is of no use to login '" + label(login) + "'"
                  : "unknown key '" + key + "'" + Nearest.hint(key, useful));
    }
    require(http, "url", "the server's address");
    REQUIRED
        .getOrDefault(login, List.of())
        .forEach(key -> require(http, key, "login '" + label(login) + "' needs it"));
  }

  private static void require(Layers http, String key, String why) {
    if (http.text(key).isEmpty()) {
      http.own().problem(key, "'" + key + "' is missing: " + why);
    }
  }

  private static boolean isKeyOf(Map<Login, List<String>> keys, String key) {
    return keys.values().stream().anyMatch(list -> list.contains(key));
  }

  private static String label(Login login) {
    return login.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
