package devicehub;

import devicehub.fleet.server.SampleServers;
import devicehub.fleet.server.Stock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The sample company of {@code config/samples}: its servers answer on the loopback, and its exports
 * are dropped into the inboxes, as a newcomer's own would be.
 */
final class Samples implements AutoCloseable {
  private final Path folder;
  private @Nullable SampleServers servers;

  Samples(Path config) {
    this.folder = config.resolve("samples");
  }

  /** Starts the servers and returns their address. */
  String serve() throws IOException {
    SampleServers started = SampleServers.start(0, Stock.read(folder));
    servers = started;
    String address = started.address().toString();
    return address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
  }

  /** Drops copies of a feed's sample files into its inbox, each complete when it appears. */
  void drop(String feed, Path data) throws IOException {
    Path from = folder.resolve(feed);
    if (!Files.isDirectory(from)) {
      return;
    }
    Path inbox = Files.createDirectories(data.resolve("inbox").resolve(feed));
    for (Path file : files(from)) {
      String name = String.valueOf(file.getFileName());
      Path part = inbox.resolve("." + name + ".part");
      Files.write(part, Files.readAllBytes(file));
      Files.setLastModifiedTime(part, Files.getLastModifiedTime(file));
      Files.move(part, inbox.resolve(name));
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  @Override
  public void close() {
    if (servers != null) {
      servers.close();
    }
  }
}
