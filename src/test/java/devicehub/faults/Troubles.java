package devicehub.faults;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.LongBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A hub's disk that fails when told to, and a clock that jumps: {@code src/test/c/trouble.c}, which
 * shares four numbers with this process.
 */
final class Troubles {
  private static final int SYNCS = 0;
  private static final int FAIL_FROM = 1;
  private static final int FAIL_CALLS = 2;
  private static final int CLOCK_SECONDS = 3;

  private final Path library;
  private final Path file;
  private final LongBuffer numbers;

  private Troubles(Path library, Path file, LongBuffer numbers) {
    this.library = library;
    this.file = file;
    this.numbers = numbers;
  }

  /**
   * Compiles the library.
   *
   * @throws IOException if there is no C compiler, or no Linux
   */
  static Troubles compile(Path folder) throws IOException, InterruptedException {
    Files.createDirectories(folder);
    Path library = folder.resolve("trouble.so");
    Process cc =
        new ProcessBuilder("cc", "-shared", "-fPIC", "-o", library.toString(), source(), "-ldl")
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("cc.log").toFile())
            .start();
    if (!cc.waitFor(60, TimeUnit.SECONDS) || cc.exitValue() != 0) {
      cc.destroyForcibly();
      throw new IOException("cc: " + Files.readString(folder.resolve("cc.log")));
    }
    Path file = folder.resolve("trouble");
    try (FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      LongBuffer numbers =
          channel.map(MapMode.READ_WRITE, 0, 32).order(ByteOrder.nativeOrder()).asLongBuffer();
      return new Troubles(library, file, numbers);
    }
  }

  private static String source() {
    return Path.of("src", "test", "c", "trouble.c").toAbsolutePath().toString();
  }

  /** What a process that shall meet them has in its environment. */
  Map<String, String> environment() {
    return Map.of("LD_PRELOAD", library.toString(), "TROUBLE", file.toString());
  }

  /** How often something was to be forced to the disk, since {@link #none}. */
  long syncs() {
    return numbers.get(SYNCS);
  }

  /** Has calls of fsync and fdatasync answer EIO, beginning with so many from now. */
  void failSyncs(long after, long calls) {
    numbers.put(FAIL_CALLS, calls);
    numbers.put(FAIL_FROM, syncs() + after);
  }

  /** Whether a call has failed. */
  boolean hasFailed() {
    return numbers.get(FAIL_FROM) > 0 && syncs() >= numbers.get(FAIL_FROM);
  }

  /** Sets the clock off by so much, which may be negative. */
  void moveClock(Duration by) {
    numbers.put(CLOCK_SECONDS, by.toSeconds());
  }

  /** Nothing fails any more, the clock is right, and counting begins anew. */
  void none() {
    numbers.put(FAIL_FROM, 0).put(FAIL_CALLS, 0).put(CLOCK_SECONDS, 0).put(SYNCS, 0);
  }
}
