package devicehub.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A configuration folder for a test; what a test does not write is sound. */
final class ConfigFolder {
  static final Map<String, String> DATA = Map.of("data", "/var/lib/devicehub");
  private static final String RULES = "version: v1\nrules:\n  - otherwise: refer\n";

  private final Path folder;

  ConfigFolder(Path folder) {
    this.folder = folder;
    write("hub.properties", "");
    write("feeds.yaml", "people: {kind: directory}\n");
    write("rules.yaml", RULES);
  }

  ConfigFolder write(String name, String text) {
    try {
      Files.writeString(folder.resolve(name), text);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path path(String name) {
    return folder.resolve(name);
  }

  Config load() {
    return load(Map.of());
  }

  Config load(Map<String, String> environment) {
    return Config.load(folder, new Sources(DATA, Map.of(), environment));
  }

  /** The problems, one a line, of loading with an environment. */
  List<String> problems(Map<String, String> environment) {
    try {
      load(environment);
      return List.of();
    } catch (ConfigException e) {
      return e.problems().stream().map(Problem::toString).toList();
    }
  }

  List<String> problems() {
    return problems(Map.of());
  }
}
