package devicehub;

import devicehub.config.ConfigException;
import devicehub.store.LedElsewhereException;
import org.apache.camel.CamelExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Turns what ended a command into lines on stderr and an exit code, in one place. */
final class Trouble implements IExecutionExceptionHandler {
  private static final Logger LOG = LoggerFactory.getLogger(Trouble.class);

  @Override
  public int handleExecutionException(
      Exception trouble, CommandLine commandLine, ParseResult parsed) {
    OutOfMemory.judge(trouble);
    if (trouble instanceof ConfigException config) {
      config.problems().forEach(problem -> System.err.println(problem));
      return Exit.BAD_CONFIGURATION;
    }
    System.err.println("devicehub: " + sentence(trouble));
    LOG.debug("ended by", trouble);
    return isLedElsewhere(trouble) ? Exit.LED_ELSEWHERE : Exit.FAILED;
  }

  /**
   * What we say of it, and what lies beneath: "cannot listen on …:8077: Address already in use".
   */
  static String sentence(Throwable trouble) {
    Throwable told = trouble;
    while (told.getCause() != null
        && (told instanceof CamelExecutionException
            || told.getMessage() == null
            || told.getMessage().equals(told.getCause().toString()))) {
      told = told.getCause();
    }
    String root = CamelHost.cause(told);
    if (told.getCause() == null) {
      return root;
    }
    String first = String.valueOf(told.getMessage()).lines().findFirst().orElse("");
    return first.contains(root) ? first : first + ": " + root;
  }

  private static boolean isLedElsewhere(Throwable trouble) {
    for (@Nullable Throwable cause = trouble; cause != null; cause = cause.getCause()) {
      if (cause instanceof LedElsewhereException) {
        return true;
      }
    }
    return false;
  }
}
