package devicehub;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Runs a command of the hub as its users do, on folders of its own, and keeps what it said. */
final class HubRun {
  private static final ObjectMapper JSON = new ObjectMapper();

  final Path config;
  final Path routes;
  final Path data;
  String out = "";
  String err = "";

  /** Folders with copies of the shipped configuration and routes. */
  HubRun(Path folder) throws IOException {
    config = copy(Path.of("config"), folder.resolve("config"));
    routes = copy(Path.of("routes"), folder.resolve("routes"));
    data = folder.resolve("data");
  }

  private static Path copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path file : all.sorted().toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target);
        }
      }
    }
    return to;
  }

  /** Puts a file into a feed's inbox, old enough to be taken at once. */
  void drop(String feed, String name, String content) throws IOException {
    drop(feed, name, content.getBytes(StandardCharsets.UTF_8));
  }

  void drop(String feed, String name, byte[] content) throws IOException {
    Path inbox = Files.createDirectories(data.resolve("inbox").resolve(feed));
    Path part = Files.write(inbox.resolve("." + name), content);
    Files.setLastModifiedTime(part, FileTime.from(Instant.now().minusSeconds(60)));
    Files.move(part, inbox.resolve(name));
  }

  int once() {
    return run("once");
  }

  synchronized int run(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(
        List.of(
            "--config",
            config.toString(),
            "--routes",
            routes.toString(),
            "--data",
            data.toString()));
    PrintStream realOut = System.out;
    PrintStream realErr = System.err;
    ByteArrayOutputStream outBytes = new ByteArrayOutputStream();
    ByteArrayOutputStream errBytes = new ByteArrayOutputStream();
    System.setOut(new PrintStream(outBytes, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(errBytes, true, StandardCharsets.UTF_8));
    try {
      return Hub.commandLine().execute(all.toArray(String[]::new));
    } finally {
      System.setOut(realOut);
      System.setErr(realErr);
      out = outBytes.toString(StandardCharsets.UTF_8);
      err = errBytes.toString(StandardCharsets.UTF_8);
    }
  }

  Path report(String name) {
    return data.resolve("reports").resolve(name);
  }

  String text(String name) throws IOException {
    return Files.readString(report(name));
  }

  JsonNode json(String name) throws IOException {
    return JSON.readTree(report(name).toFile());
  }

  /** One feed as summary.json tells of it. */
  JsonNode feed(String name) throws IOException {
    for (JsonNode feed : json("summary.json").path("feeds")) {
      if (feed.path("name").asText().equals(name)) {
        return feed;
      }
    }
    throw new AssertionError("summary.json does not know the feed " + name);
  }
}
