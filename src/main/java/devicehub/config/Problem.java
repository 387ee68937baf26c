package devicehub.config;

import java.util.Comparator;

/**
 * One thing that is wrong in the configuration, as one line for the person who wrote it.
 *
 * <pre>
 *   rules.yaml:12: unknown condition 'same-onwer'; did you mean 'same-owner'?
 * </pre>
 *
 * @param file the file's name, or what else the text came from
 * @param line from 1; 0 where the problem belongs to no line, such as a missing file
 */
public record Problem(String file, int line, String message) implements Comparable<Problem> {
  private static final Comparator<Problem> ORDER =
      Comparator.comparing(Problem::file)
          .thenComparingInt(Problem::line)
          .thenComparing(Problem::message);

  @Override
  public int compareTo(Problem other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return file + (line > 0 ? ":" + line : "") + ": " + message;
  }
}
