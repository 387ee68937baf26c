package devicehub.routes;

import java.util.List;
import java.util.TreeSet;

/** Gathers problems while checking goes on, so that one look tells all of them. */
final class RouteProblems {
  private final TreeSet<RouteProblem> found = new TreeSet<>();

  void add(String file, int line, String message) {
    found.add(new RouteProblem(file, line, message));
  }

  void add(YamlNode where, String message) {
    add(where.file(), where.line(), message);
  }

  boolean isClean(String file) {
    return found.stream().noneMatch(problem -> problem.file().equals(file));
  }

  /** By file and line. */
  List<RouteProblem> all() {
    return List.copyOf(found);
  }
}
