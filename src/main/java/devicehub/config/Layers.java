package devicehub.config;

import java.util.List;
import java.util.Optional;

/**
 * A feed's own entries over those of its preset: what the feed says of a key replaces all that the
 * preset says of it.
 */
record Layers(YamlMap own, YamlMap preset) {

  /** The same key's mappings of both layers, where either has one. */
  Layers within(String key) {
    YamlMap none = own.none();
    return new Layers(own.map(key).orElse(none), preset.map(key).orElse(none));
  }

  private YamlMap layer(String key) {
    return own.has(key) ? own : preset;
  }

  boolean has(String key) {
    return own.has(key) || preset.has(key);
  }

  Optional<String> text(String key) {
    return layer(key).text(key);
  }

  String text(String key, String otherwise) {
    return text(key).orElse(otherwise);
  }

  List<String> texts(String key) {
    return layer(key).texts(key);
  }

  void problem(String key, String message) {
    layer(key).problem(key, message);
  }
}
