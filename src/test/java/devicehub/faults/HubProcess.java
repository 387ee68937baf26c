package devicehub.faults;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** A hub in a process of its own, as its users start it; one that can be killed and stopped. */
final class HubProcess implements AutoCloseable {
  static final String JAVA = Path.of(System.getProperty("java.home"), "bin", "java").toString();

  /** To start in less time: what is tested takes as long as it takes. */
  static final List<String> JVM = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

  private static List<String> classes = List.of("-cp", String.join(":", HubJar.classPath()));

  private static final Set<Process> RUNNING = ConcurrentHashMap.newKeySet();

  static {
    // A loop that is ended leaves no hub behind.
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> RUNNING.forEach(Process::destroyForcibly)));
  }

  private final Process process;

  private HubProcess(Process process) {
    this.process = process;
  }

  /**
   * Starts {@code run}; it may end by itself at any time.
   *
   * @param jvm options such as {@code -Ddevicehub.killpoint=PARSED:3} and {@code -Xmx64m}
   */
  static HubProcess run(Ground ground, String... jvm) throws IOException {
    return run(ground, Map.of(), jvm);
  }

  static HubProcess run(Ground ground, Map<String, String> environment, String... jvm)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(JAVA);
    command.addAll(JVM);
    command.addAll(List.of(jvm));
    command.addAll(classes);
    command.addAll(List.of("devicehub.Hub", "run"));
    command.addAll(ground.named());
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(ground.log().toFile()));
    builder.environment().putAll(environment);
    Process process = builder.start();
    RUNNING.add(process);
    process.onExit().thenAccept(RUNNING::remove);
    return new HubProcess(process);
  }

  /** Has all further hubs run a copy of the classes. */
  static void copyClasses(Path folder) throws IOException, InterruptedException {
    classes = HubJar.copied(folder);
  }

  long pid() {
    return process.pid();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** SIGKILL. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** SIGTERM, and what the hub ends with; killed, and -1, if it takes longer than the seconds. */
  int stop(int seconds) throws InterruptedException {
    process.destroy();
    return end(seconds);
  }

  /** What the hub ends with by itself; killed, and -1, if it takes longer than the seconds. */
  int end(int seconds) throws InterruptedException {
    if (process.waitFor(seconds, TimeUnit.SECONDS)) {
      return process.exitValue();
    }
    kill();
    return -1;
  }

  /** Sends a signal such as {@code STOP} or {@code CONT}. */
  void signal(String name) throws IOException, InterruptedException {
    Process kill = new ProcessBuilder("kill", "-" + name, String.valueOf(pid())).start();
    if (kill.waitFor() != 0) {
      throw new IOException("kill -" + name + " failed");
    }
  }

  @Override
  public void close() throws InterruptedException {
    kill();
  }
}
