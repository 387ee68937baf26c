package devicehub.config;

import java.util.Optional;

/** Reads whole numbers that must lie within bounds. */
final class Numbers {
  private Numbers() {}

  static int within(YamlMap map, String key, int usual, int least, int most) {
    Optional<String> text = map.get(key).flatMap(value -> value.text(key));
    if (text.isEmpty()) {
      return usual;
    }
    Optional<Integer> number = parse(text.get()).filter(n -> n >= least && n <= most);
    if (number.isEmpty()) {
      map.problem(
          key,
          "'"
              + key
              + "' is '"
              + text.get()
              + "', but must be a whole number from "
              + least
              + " to "
              + most);
    }
    return number.orElse(usual);
  }

  static Optional<Integer> parse(String text) {
    return text.matches("\\d{1,9}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
  }
}
