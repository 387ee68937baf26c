package devicehub;

import devicehub.config.Config;
import devicehub.config.ConfigException;
import devicehub.config.FeedConfig;
import devicehub.config.Problem;
import devicehub.routes.RouteCheck;
import devicehub.routes.RouteFiles;
import devicehub.routes.RouteProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists everything that is wrong with configuration, rules and routes; starts nothing. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = "Checks configuration, rules and every route; lists all problems.")
final class CheckCommand implements Callable<Integer> {
  @Mixin private Folders folders = new Folders();

  @Override
  public Integer call() {
    List<Problem> problems = new ArrayList<>();
    Map<String, String> settings = Map.of();
    List<String> unasked = List.of();
    try {
      Config config = Wiring.configuration(folders);
      settings = Wiring.routeSettings(folders, config);
      unasked = unasked(config);
    } catch (ConfigException e) {
      problems.addAll(e.problems());
    }
    boolean settingsKnown = problems.isEmpty();
    for (RouteProblem problem :
        new RouteCheck(folders.routes(), Wiring.BEANS, settings).problems()) {
      if (!settingsKnown && problem.message().contains("{{")) {
        continue; // which settings there are can be told only once they can be read
      }
      problems.add(new Problem("routes/" + problem.file(), problem.line(), problem.message()));
    }
    problems.forEach(problem -> System.out.println(problem));
    System.out.println(problems.isEmpty() ? "No problems." : problems.size() + " problem(s).");
    // A route may name its feed in ways that cannot be seen from here, so this is no problem.
    for (String feed : unasked) {
      System.out.println(
          "But no file in routes/ names the feed '%s', so nobody asks its server; see 'Connecting a feed' in routes/README.md"
              .formatted(feed));
    }
    return problems.isEmpty() ? Exit.OK : Exit.BAD_CONFIGURATION;
  }

  /** The feeds that have a server and stand in no route: they would bring nothing, silently. */
  private List<String> unasked(Config config) {
    StringBuilder routes = new StringBuilder();
    try {
      for (Path file : RouteFiles.list(folders.routes())) {
        Files.readString(file)
            .lines()
            .filter(line -> !line.strip().startsWith("#"))
            .forEach(line -> routes.append(line).append('\n'));
      }
    } catch (IOException e) {
      return List.of(); // said of the routes themselves
    }
    return config.feeds().values().stream()
        .filter(feed -> feed.http().isPresent() || feed.ldap().isPresent())
        .map(FeedConfig::name)
        .filter(
            name ->
                !Pattern.compile("(?<![\\w-])" + Pattern.quote(name) + "(?![\\w-])")
                    .matcher(routes)
                    .find())
        .sorted()
        .toList();
  }
}
