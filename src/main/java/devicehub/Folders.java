package devicehub;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * The three folders every command works with. Those not named are looked for in the working folder,
 * then beside the project the jar was built in. They may be named before the command as well as
 * behind it.
 *
 * <pre>
 *   devicehub --data /srv/hub once   =   devicehub once --data /srv/hub
 * </pre>
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

  /** The command whose options these are. */
  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec command;

  Path config() {
    return named(folders -> folders.config).orElseGet(() -> found("config"));
  }

  Path routes() {
    return named(folders -> folders.routes).orElseGet(() -> found("routes"));
  }

  Path data() {
    return named(folders -> folders.data).orElseGet(() -> Path.of("data").toAbsolutePath());
  }

  /** A folder as named behind the command or, if it is not, before it. */
  private Optional<Path> named(Function<Folders, @Nullable Path> folder) {
    Path named = folder.apply(this);
    for (CommandSpec spec = command; named == null && spec != null; spec = spec.parent()) {
      for (CommandSpec mixin : spec.mixins().values()) {
        if (mixin.userObject() instanceof Folders folders) {
          named = folder.apply(folders);
        }
      }
    }
    return Optional.ofNullable(named).map(Path::toAbsolutePath);
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
