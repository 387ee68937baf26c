package devicehub;

import java.util.List;

/** The hub's commands as people give them beside a running hub, for tests of other packages. */
public final class Commands {
  private Commands() {}

  /** Runs a command in this process, and returns its exit code. */
  public static int run(List<String> arguments) {
    return Hub.commandLine().execute(arguments.toArray(String[]::new));
  }
}
