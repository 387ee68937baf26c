package devicehub;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The hub's command line: {@code run} unless another command is named. */
@Command(
    name = "devicehub",
    mixinStandardHelpOptions = true,
    version = "devicehub 0.1",
    description =
        "Brings a device's enrolment and mail records together, and says what it cannot decide.",
    subcommands = {
      RunCommand.class,
      OnceCommand.class,
      CheckCommand.class,
      ExplainCommand.class,
      DecideCommand.class,
      DecisionsCommand.class,
      HoldsCommand.class,
      HeldCommand.Release.class,
      HeldCommand.Discard.class,
      PurgeCommand.class,
      PersonCommand.class
    })
public final class Hub implements Callable<Integer> {
  @Mixin private Folders folders = new Folders();

  /** Starts the hub; see {@code --help} for the commands. */
  public static void main(String[] arguments) {
    OutOfMemory.endsTheProcess();
    int code = commandLine().execute(arguments);
    System.out.flush();
    System.exit(code);
  }

  static CommandLine commandLine() {
    return new CommandLine(new Hub()).setExecutionExceptionHandler(new Trouble());
  }

  @Override
  public Integer call() throws Exception {
    return new RunCommand(folders).call();
  }
}
