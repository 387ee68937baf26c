package devicehub.routes;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Sees to it that every route is named, that no name is given twice over all files, and that every
 * route does something. Routes and their steps share one set of names; Camel starts none of them
 * while two are the same.
 */
final class RouteIds {
  /** Keys under which {@code id} names a route or a step, and not an option of one. */
  private static final Set<String> NO_STEPS = Set.of("parameters", "properties", "rest");

  private final RouteProblems problems;
  private final Map<String, YamlNode> first = new HashMap<>();
  private int routes;

  RouteIds(RouteProblems problems) {
    this.problems = problems;
  }

  /** How many routes there are, with or without a name. */
  int routes() {
    return routes;
  }

  void check(List<YamlNode> files) {
    for (YamlNode root : files) {
      root.children().forEach(this::checkEntry);
      root.all().filter(RouteIds::isId).forEach(this::checkId);
    }
  }

  private void checkEntry(YamlNode entry) {
    Optional<YamlNode> bare = entry.get("from");
    if (bare.isPresent()) {
      routes++;
      problems.add(bare.get(), "the route has no id; begin it with '- route:' and its 'id'");
    }
    for (String kind : List.of("route", "routeTemplate")) {
      entry.get(kind).filter(YamlNode::isMapping).ifPresent(this::checkRoute);
    }
    bare.or(() -> entry.get("route").flatMap(route -> route.get("from")))
        .flatMap(from -> from.get("steps"))
        .filter(steps -> steps.isList() && steps.children().isEmpty())
        .ifPresent(steps -> problems.add(steps, "the route does nothing; it has no steps"));
  }

  private void checkRoute(YamlNode route) {
    routes++;
    if (route.text("id").filter(id -> !id.text().isBlank()).isEmpty()) {
      problems.add(route, "the route has no id; add 'id', as the file is named");
    }
  }

  private static boolean isId(YamlNode node) {
    return node.is("id") && node.isText() && NO_STEPS.stream().noneMatch(node::isBelow);
  }

  private void checkId(YamlNode id) {
    @Nullable YamlNode earlier = first.putIfAbsent(id.text(), id);
    if (earlier != null && !earlier.text().isBlank()) {
      problems.add(
          id,
          "id '%s' is already taken, in %s:%d"
              .formatted(id.text(), earlier.file(), earlier.line()));
    }
  }
}
