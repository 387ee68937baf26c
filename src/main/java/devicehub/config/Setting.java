package devicehub.config;

import java.util.function.Function;

/**
 * One setting of the hub: its key in {@code hub.properties}, its value if nobody gives one, and
 * what it is for.
 *
 * @param key as in {@code match.period}
 * @param usual the default, written as in the file
 * @param description one sentence for the table in the README
 * @param secret whether the value must never be shown
 * @param reader turns the text into the value
 */
record Setting<T>(
    String key, String usual, String description, boolean secret, Function<String, T> reader) {

  static <T> Setting<T> of(
      String key, String usual, Function<String, T> reader, String description) {
    return new Setting<>(key, usual, description, false, reader);
  }

  static Setting<String> secret(String key, String description) {
    return new Setting<>(key, "", description, true, text -> text);
  }

  /** The environment variable that overrides the file: {@code DEVICEHUB_MATCH_PERIOD}. */
  String variable() {
    return Sources.PREFIX + key.toUpperCase(java.util.Locale.ROOT).replace('.', '_');
  }
}
