package devicehub.speed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/**
 * An archive of the classes a hub loads (AppCDS), with which Java starts it in two thirds of the
 * time; and the options by which to use it. Java 25 and later keep in it how the methods were used
 * as well, and compile the busy ones sooner.
 *
 * <pre>
 *   target/devicehub.jsa    the classes of target/devicehub.jar and its libraries
 *   target/java.options     config/java.options, and where the archive is
 * </pre>
 *
 * <p>Only the very Java that made it, with the very jars it was made of, uses an archive; others go
 * on without. But Java 17 ends with a fatal error on one that is cut short: hence it gets its name
 * once it is whole.
 *
 * @see <a href="https://docs.oracle.com/en/java/javase/17/docs/specs/man/java.html">java:
 *     application class data sharing</a>
 * @see <a href="https://openjdk.org/jeps/515">JEP 515: ahead-of-time method profiling</a>
 */
public final class ClassArchive {
  /** How one Java is told to make an archive, and to use it without a word where it cannot. */
  private enum Kind {
    CLASSES(1_000, "-XX:ArchiveClassesAtExit=", "-XX:SharedArchiveFile=") {
      @Override
      String silence() {
        return "-Xlog:cds=off\n-Xlog:cds+dynamic=off\n";
      }
    },
    /** What 50,000 people keep busy is what a million do. */
    PROFILES(50_000, "-XX:AOTCacheOutput=", "-XX:AOTCache=") {
      @Override
      String silence() { // Java 17 does not start where it is told to be silent of "aot"
        return "-Xlog:disable\n-Xlog:os*=warning:stderr\n-Xlog:gc*=warning:stderr\n";
      }
    };

    private final int people;
    private final String make;
    private final String use;

    Kind(int people, String make, String use) {
      this.people = people;
      this.make = make;
      this.use = use;
    }

    abstract String silence();

    static Kind ofThisJava() {
      return Runtime.version().feature() >= 25 ? PROFILES : CLASSES;
    }
  }

  private ClassArchive() {}

  /** Makes both files, by a cycle of the hub over a small fleet. */
  public static void main(String[] arguments) throws Exception {
    Path target = Path.of("target").toAbsolutePath();
    Path archive = target.resolve("devicehub.jsa");
    Path options = target.resolve("java.options");
    Files.deleteIfExists(options);
    SpeedFiles files = SpeedFiles.prepare(target.resolve("speed"), Kind.ofThisJava().people);
    Path log = files.folder().resolve("archive.log");
    List<String> hub = new ArrayList<>(List.of("@config/java.options", "-jar"));
    hub.add(target.resolve("devicehub.jar").toString());
    hub.addAll(files.once(files.drop()));
    if (!make(archive, hub, log)) {
      throw new IOException("no archive of classes was made; see " + log);
    }
    Files.writeString(options, Files.readString(Path.of("config/java.options")) + options(archive));
  }

  /** The option by which this Java uses an archive that it made. */
  public static String using(Path archive) {
    return Kind.ofThisJava().use + archive;
  }

  private static String options(Path archive) {
    String quoted = archive.toString().replace("\\", "\\\\").replace("\"", "\\\"");
    return """
        # The classes of target/devicehub.jar as this Java loads them; to be made anew with each jar.
        "%s"
        # Nothing need be said where another Java, or another jar, goes on without it.
        %s\
        """
        .formatted(using(Path.of(quoted)), Kind.ofThisJava().silence());
  }

  /**
   * Makes the archive, in the place of an earlier one.
   *
   * @param hub how to run a hub to its end: the arguments of {@code java}
   * @return whether there is one now; what Java says of it is in the log
   */
  public static boolean make(Path archive, List<String> hub, Path log)
      throws IOException, InterruptedException {
    Files.deleteIfExists(archive);
    Path part = archive.resolveSibling(archive.getFileName() + ".part");
    Files.deleteIfExists(part);
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add(Kind.ofThisJava().make + part);
    command.addAll(hub);
    int exit =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start()
            .waitFor();
    if (exit != 0 || !Files.exists(part)) {
      Files.deleteIfExists(part);
      return false;
    }
    Files.move(part, archive, StandardCopyOption.ATOMIC_MOVE);
    return true;
  }
}
