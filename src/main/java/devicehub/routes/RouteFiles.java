package devicehub.routes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The files of a folder that hold routes: those whose names end in {@code .camel.yaml}. */
public final class RouteFiles {
  static final String SUFFIX = ".camel.yaml";

  private RouteFiles() {}

  /**
   * The route files of a folder, by name; files in folders below it are none.
   *
   * @throws IOException if the folder cannot be read
   */
  public static List<Path> list(Path folder) throws IOException {
    return named(folder, name -> name.endsWith(SUFFIX));
  }

  /** Files that look like route files and are passed over, such as {@code match.yml}. */
  static List<Path> passedOver(Path folder) throws IOException {
    return named(
        folder,
        name -> !name.endsWith(SUFFIX) && name.toLowerCase(Locale.ROOT).matches(".+\\.ya?ml"));
  }

  private static List<Path> named(Path folder, Predicate<String> wanted) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(file -> wanted.test(name(file))).sorted().toList();
    }
  }

  static String name(Path file) {
    return String.valueOf(file.getFileName());
  }
}
