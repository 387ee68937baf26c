package devicehub;

import devicehub.config.ConfigException;
import devicehub.config.Problem;
import java.util.ArrayList;
import java.util.List;
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
    try {
      Wiring.configuration(folders);
    } catch (ConfigException e) {
      problems.addAll(e.problems());
    }
    problems.forEach(problem -> System.out.println(problem));
    System.out.println(problems.isEmpty() ? "No problems." : problems.size() + " problem(s).");
    return problems.isEmpty() ? Exit.OK : Exit.BAD_CONFIGURATION;
  }
}
