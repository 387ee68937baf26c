package devicehub.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one kind of source: its columns, dates, words and envelope. Presets are YAML of
 * the same form as {@code feeds.yaml}, shipped in {@code devicehub/config/presets}.
 */
final class Preset {
  static final List<String> KINDS =
      List.of(
          "ad",
          "blackberry",
          "csv",
          "directory",
          "exchange",
          "google",
          "google-sync",
          "graph",
          "grommunio",
          "intune",
          "ivanti",
          "jamf",
          "maas360",
          "soti",
          "traveler",
          "workspace-one",
          "zpush");

  private Preset() {}

  /** The preset of a known kind. */
  static YamlMap of(String kind, Problems problems) {
    String name = "presets/" + kind + ".yaml";
    try (@Nullable InputStream in = Preset.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalArgumentException("no preset " + kind);
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return Yaml.parse(name, text, problems).orElseThrow().map(kind);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
