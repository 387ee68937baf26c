package devicehub.config;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The entries of a YAML mapping in their order. A key given twice is a problem; the first holds.
 */
final class YamlMap {
  private final Yaml self;
  private final Map<String, Yaml> keys = new LinkedHashMap<>();
  private final Map<String, Yaml> values = new LinkedHashMap<>();

  YamlMap(Yaml self) {
    this.self = self;
  }

  void put(Yaml key, Yaml value) {
    Optional<String> name = key.text("a name");
    if (name.isEmpty()) {
      return;
    }
    @Nullable Yaml first = keys.putIfAbsent(name.get(), key);
    if (first == null) {
      values.put(name.get(), value);
    } else {
      key.problem("'" + name.get() + "' stands here twice, first in line " + first.line());
    }
  }

  String file() {
    return self.file();
  }

  /** A mapping without entries, whose problems would stand where this one does. */
  YamlMap none() {
    return new YamlMap(self);
  }

  /** The line a key stands on. */
  int line(String key) {
    return keys.getOrDefault(key, self).line();
  }

  Set<String> keys() {
    return values.keySet();
  }

  boolean has(String key) {
    return values.containsKey(key);
  }

  Optional<Yaml> get(String key) {
    return Optional.ofNullable(values.get(key));
  }

  /** The text under a key; empty where the key is missing or holds nothing. */
  Optional<String> text(String key) {
    return get(key).flatMap(value -> value.text(key)).filter(text -> !text.isEmpty());
  }

  List<String> texts(String key) {
    return get(key).map(value -> value.texts(key)).orElseGet(List::of);
  }

  Optional<YamlMap> map(String key) {
    return get(key).map(value -> value.map(key));
  }

  /** Reports every key that is none of the known ones. */
  void allowOnly(Collection<String> known) {
    keys.forEach(
        (name, key) -> {
          if (!known.contains(name)) {
            key.problem("unknown key '" + name + "'" + Nearest.hint(name, known));
          }
        });
  }

  /** Reports a problem at a key's value, or at the mapping where the key is missing. */
  void problem(String key, String message) {
    values.getOrDefault(key, self).problem(message);
  }

  /** Reports a problem where a key stands. */
  void problemAtKey(String key, String message) {
    keys.getOrDefault(key, self).problem(message);
  }
}
