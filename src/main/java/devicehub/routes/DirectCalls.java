package devicehub.routes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Follows the calls from route to route by {@code direct:} over all files: calls that no route
 * answers, two routes that answer the same call, and routes that call each other without end.
 */
final class DirectCalls {
  /** Steps whose own steps are taken in any case. */
  private static final Set<String> ALWAYS_TAKEN =
      Set.of("", "from", "steps", "to", "toD", "pipeline", "step", "multicast", "doTry");

  private final Placeholders placeholders;
  private final RouteProblems problems;
  private final Map<String, YamlNode> answers = new LinkedHashMap<>();
  private final Map<YamlNode, String> calls = new LinkedHashMap<>();
  private final Map<String, Map<String, YamlNode>> alwaysCalls = new LinkedHashMap<>();

  DirectCalls(Placeholders placeholders, RouteProblems problems) {
    this.placeholders = placeholders;
    this.problems = problems;
  }

  /**
   * @param unread what else there is as text that is no YAML: the answer may be in there
   */
  void check(List<YamlNode> files, List<String> unread) {
    files.forEach(root -> Endpoint.in(root).forEach(this::note));
    calls.forEach(
        (at, name) -> {
          String address = "direct:" + name;
          if (!answers.containsKey(name) && unread.stream().noneMatch(t -> t.contains(address))) {
            String hint = DidYouMean.hint(name, answers.keySet());
            problems.add(at, "no route answers '" + address + "'" + hint);
          }
        });
    answers.keySet().forEach(start -> follow(start, new LinkedHashSet<>()));
  }

  private void note(Endpoint endpoint) {
    Optional<String> name = directName(endpoint);
    if (name.isEmpty()) {
      return;
    }
    YamlNode at = endpoint.at().get("uri").orElse(endpoint.at());
    if (!endpoint.consumes()) {
      calls.put(at, name.get());
      route(endpoint.at())
          .flatMap(route -> route.get("from"))
          .flatMap(from -> Endpoint.in(from).stream().findFirst())
          .flatMap(this::directName)
          .filter(caller -> endpoint.isCall() && isAlwaysTaken(endpoint.at()))
          .ifPresent(
              caller ->
                  alwaysCalls
                      .computeIfAbsent(caller, c -> new LinkedHashMap<>())
                      .put(name.get(), at));
    } else {
      @Nullable YamlNode earlier = answers.putIfAbsent(name.get(), at);
      if (earlier != null) {
        problems.add(
            at,
            "'direct:%s' is already answered, in %s:%d"
                .formatted(name.get(), earlier.file(), earlier.line()));
      }
    }
  }

  private Optional<String> directName(Endpoint endpoint) {
    return placeholders
        .fillIn(endpoint.uri())
        .filter(uri -> Endpoint.scheme(uri).equals("direct") && !endpoint.isFromData())
        .flatMap(
            uri ->
                uri.equals("direct")
                    ? Optional.ofNullable(endpoint.parameters().get("name"))
                        .flatMap(name -> placeholders.fillIn(name.text()))
                    : Optional.of(uri.replaceFirst("direct:(//)?", "").replaceFirst("\\?.*", "")));
  }

  private static Optional<YamlNode> route(YamlNode step) {
    Optional<YamlNode> above = step.parent();
    while (above.isPresent() && above.get().get("from").isEmpty()) {
      above = above.get().parent();
    }
    return above;
  }

  private static boolean isAlwaysTaken(YamlNode step) {
    Optional<YamlNode> at = Optional.of(step);
    while (at.isPresent() && !at.get().is("from")) {
      if (!ALWAYS_TAKEN.contains(at.get().key())) {
        return false;
      }
      at = at.get().parent();
    }
    return at.isPresent();
  }

  private void follow(String name, Set<String> path) {
    path.add(name);
    alwaysCalls
        .getOrDefault(name, Map.of())
        .forEach(
            (called, at) -> {
              if (!path.contains(called)) {
                follow(called, path);
              } else if (path.iterator().next().equals(called) && isLeast(called, path)) {
                List<String> round = new ArrayList<>(path);
                round.add(called);
                problems.add(at, "calls without end: direct:" + String.join(" → direct:", round));
              }
            });
    path.remove(name);
  }

  /** A round is told once, from the name that comes first in the alphabet. */
  private static boolean isLeast(String name, Set<String> round) {
    return round.stream().allMatch(other -> name.compareTo(other) <= 0);
  }
}
