package devicehub;

import devicehub.config.ConfigException;
import devicehub.config.Problem;
import devicehub.routes.RouteCheck;
import devicehub.routes.RouteProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
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
    try {
      settings = Wiring.routeSettings(folders, Wiring.configuration(folders));
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
    return problems.isEmpty() ? Exit.OK : Exit.BAD_CONFIGURATION;
  }
}
