package devicehub.config;

import java.util.List;
import java.util.stream.Collectors;

/** The configuration cannot be used; the message holds every problem, one a line. */
public final class ConfigException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  @SuppressWarnings("serial") // a copy made by List.copyOf, which can be serialised
  private final List<Problem> problems;

  public ConfigException(List<Problem> problems) {
    super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  /** By file and line. */
  public List<Problem> problems() {
    return problems;
  }
}
