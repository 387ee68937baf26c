package devicehub.routes;

import java.util.Comparator;

/**
 * One thing that is wrong in a route file, as one line for the person who wrote it.
 *
 * <pre>
 *   exchange.camel.yaml:12: unknown option 'readLok' of 'file'; did you mean 'readLock'?
 * </pre>
 *
 * @param file the file's name, or the folder's where no file is at fault
 * @param line from 1; 0 where the problem belongs to no line, such as a file that cannot be read
 */
public record RouteProblem(String file, int line, String message)
    implements Comparable<RouteProblem> {
  private static final Comparator<RouteProblem> ORDER =
      Comparator.comparing(RouteProblem::file)
          .thenComparingInt(RouteProblem::line)
          .thenComparing(RouteProblem::message);

  @Override
  public int compareTo(RouteProblem other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return file + (line > 0 ? ":" + line : "") + ": " + message;
  }
}
