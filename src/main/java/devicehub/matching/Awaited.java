package devicehub.matching;

import java.util.List;
import java.util.stream.Stream;

/**
 * The feeds that may hold the other half of a record and cannot be asked: they never brought
 * anything, or nothing good for too long. What they do not say proves nothing.
 *
 * <pre>
 *   enrollments  [maas360]   a device that seems not enrolled may be there
 *   directories  [people]    an address that seems a stranger's may be an alias
 * </pre>
 */
public record Awaited(List<String> enrollments, List<String> directories) {
  public static final Awaited NOTHING = new Awaited(List.of(), List.of());

  public Awaited {
    enrollments = List.copyOf(enrollments);
    directories = List.copyOf(directories);
  }

  /** All of them, in the order of their names. */
  public List<String> feeds() {
    return Stream.concat(enrollments.stream(), directories.stream()).sorted().toList();
  }

  boolean isNothing() {
    return enrollments.isEmpty() && directories.isEmpty();
  }
}
