package devicehub;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * The three folders every command works with. Those not named are looked for in the working folder,
 * then beside the project the jar was built in.
 */
final class Folders {
  @Option(
      names = "--config",
      paramLabel = "DIR",
      description = "settings, feeds and rules (default: ./config)")
  private @Nullable Path config;

  @Option(names = "--routes", paramLabel = "DIR", description = "Camel routes (default: ./routes)")
  private @Nullable Path routes;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "what the hub keeps: raw input, store, reports (default: ./data)")
  private @Nullable Path data;

  Path config() {
    return config != null ? config.toAbsolutePath() : found("config");
  }

  Path routes() {
    return routes != null ? routes.toAbsolutePath() : found("routes");
  }

  Path data() {
    return (data != null ? data : Path.of("data")).toAbsolutePath();
  }

  private static Path found(String name) {
    Path here = Path.of(name).toAbsolutePath();
    if (Files.isDirectory(here)) {
      return here;
    }
    Path beside = project().resolve(name);
    return Files.isDirectory(beside) ? beside : here;
  }

  /** The folder above {@code target/}, where the jar or the classes lie. */
  private static Path project() {
    try {
      Path code =
          Path.of(Folders.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      Path target = code.toAbsolutePath().getParent();
      Path above = target == null ? null : target.getParent();
      return above == null ? Path.of("").toAbsolutePath() : above;
    } catch (URISyntaxException e) {
      throw new IllegalStateException("the program's own place is no path", e);
    }
  }
}
