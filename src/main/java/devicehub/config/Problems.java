package devicehub.config;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Gathers problems while reading goes on, so that one look tells all of them. */
final class Problems {
  private final TreeSet<Problem> found = new TreeSet<>();

  void add(String file, int line, String message) {
    found.add(new Problem(file, line, message));
  }

  int count() {
    return found.size();
  }

  /** By file and line. */
  List<Problem> all() {
    return new ArrayList<>(found);
  }

  /**
   * Ends the reading.
   *
   * @throws ConfigException if there is any problem
   */
  void throwIfAny() {
    if (!found.isEmpty()) {
      throw new ConfigException(all());
    }
  }
}
