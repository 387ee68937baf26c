package devicehub.faults;

import devicehub.speed.ClassArchive;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/**
 * A copy of the hub's classes for a long loop: compiling meanwhile does not disturb it, and Java
 * keeps its classes ready in an archive, which nearly halves what a start costs.
 */
final class HubJar {
  private HubJar() {}

  /**
   * The class path of this process, also where Maven runs a main in its own, whose class path is
   * another.
   */
  static List<String> classPath() {
    if (HubJar.class.getClassLoader() instanceof URLClassLoader urls) {
      return Arrays.stream(urls.getURLs()).map(URL::getPath).toList();
    }
    return List.of(System.getProperty("java.class.path").split(":"));
  }

  /** The options of a JVM that runs the copy. */
  static List<String> copied(Path folder) throws IOException, InterruptedException {
    Files.createDirectories(folder);
    Path jar = folder.resolve("hub.jar");
    List<String> path = new ArrayList<>(List.of(jar.toString()));
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file)) {
      for (String entry : classPath()) {
        if (Files.isDirectory(Path.of(entry))) {
          if (Files.exists(Path.of(entry, "devicehub", "Hub.class"))) {
            copy(Path.of(entry), out);
          }
        } else {
          path.add(entry);
        }
      }
    }
    List<String> plain = List.of("-cp", String.join(":", path));
    Path archive = folder.resolve("hub.jsa");
    List<String> once = new ArrayList<>(HubProcess.JVM);
    once.addAll(plain);
    once.addAll(List.of("devicehub.Hub", "once"));
    once.addAll(Ground.prepare(folder, folder.resolve("data"), "").named());
    List<String> options = new ArrayList<>(plain);
    if (ClassArchive.make(archive, once, folder.resolve("log"))) {
      options.add(ClassArchive.using(archive));
    }
    return options;
  }

  private static void copy(Path folder, JarOutputStream out) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.skip(1).toList()) {
        String name = folder.relativize(file).toString();
        if (Files.isDirectory(file)) {
          out.putNextEntry(new JarEntry(name + "/")); // by which migrations are looked for
        } else {
          out.putNextEntry(new JarEntry(name));
          Files.copy(file, out);
        }
        out.closeEntry();
      }
    }
  }
}
