package devicehub.speed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A program run to its end as a process of its own, and what it took: time on the clock, processor
 * time, and the most memory it held. Linux only, whose {@code /proc} tells.
 */
record Child(double seconds, double processorSeconds, long peakKibibytes) {
  private static final double TICKS = 100;

  static Child run(Path log, String main, List<String> jvm, List<String> arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(jvm);
    command.add(main);
    command.addAll(arguments);
    command.removeIf(String::isEmpty);
    long begun = System.nanoTime();
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start();
    Child last = new Child(0, 0, 0);
    while (!process.waitFor(20, TimeUnit.MILLISECONDS)) {
      last = last.seen(process.pid());
    }
    double seconds = (System.nanoTime() - begun) / 1e9;
    if (process.exitValue() != 0) {
      throw new IOException(main + " failed; see " + log);
    }
    return new Child(seconds, last.processorSeconds, last.peakKibibytes);
  }

  private Child seen(long process) {
    try {
      String stat = Files.readString(Path.of("/proc/" + process + "/stat"));
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
      double cpu = (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS;
      for (String line : Files.readAllLines(Path.of("/proc/" + process + "/status"))) {
        if (line.startsWith("VmHWM:")) {
          return new Child(0, cpu, Long.parseLong(line.replaceAll("\\D", "")));
        }
      }
    } catch (IOException | NumberFormatException e) {
      return this; // it ended meanwhile
    }
    return this;
  }
}
