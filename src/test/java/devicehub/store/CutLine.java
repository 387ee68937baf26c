package devicehub.store;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A line to a database that can be cut: altogether, or just when a transaction commits. */
public final class CutLine implements AutoCloseable {
  private enum Cut {
    NONE,
    BEFORE_COMMIT,
    AFTER_COMMIT
  }

  private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final int port;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private volatile boolean down;
  private volatile Cut next = Cut.NONE;

  public CutLine(StoreSettings to) throws IOException {
    this.port = URI.create(to.url().substring("jdbc:".length())).getPort();
    run(this::accept);
  }

  /** The same database at this end of the line. */
  public StoreSettings through(StoreSettings to) {
    return new StoreSettings(
        to.data(),
        to.url().replace(":" + port + "/", ":" + door.getLocalPort() + "/"),
        to.user(),
        to.password(),
        to.lease());
  }

  /** Cuts every connection, and refuses more. */
  public void cut() throws IOException {
    down = true;
    for (Socket socket : sockets) {
      socket.close();
    }
  }

  public void mend() {
    down = false;
  }

  /** The next commit never reaches the database. */
  void cutBeforeCommit() {
    next = Cut.BEFORE_COMMIT;
  }

  /** The next commit is done, and its answer lost. */
  void cutAfterCommit() {
    next = Cut.AFTER_COMMIT;
  }

  private interface Task {
    void run() throws IOException;
  }

  private static void run(Task task) {
    Thread thread =
        new Thread(
            () -> {
              try {
                task.run();
              } catch (IOException e) {
                // The line was cut, or is closed.
              }
            },
            "line");
    thread.setDaemon(true);
    thread.start();
  }

  private void accept() throws IOException {
    while (true) {
      Socket client = door.accept();
      if (down) {
        client.close();
      } else {
        connect(client);
      }
    }
  }

  private void connect(Socket client) throws IOException {
    Socket server = new Socket(InetAddress.getLoopbackAddress(), port);
    sockets.add(client);
    sockets.add(server);
    boolean[] deaf = {false};
    run(() -> ask(client, server, deaf));
    run(() -> answer(client, server, deaf));
  }

  private void ask(Socket client, Socket server, boolean[] deaf) throws IOException {
    byte[] buffer = new byte[1 << 16];
    try (client) {
      for (int read = client.getInputStream().read(buffer);
          read >= 0;
          read = client.getInputStream().read(buffer)) {
        if (next != Cut.NONE && new String(buffer, 0, read, ISO_8859_1).contains("COMMIT")) {
          Cut cut = next;
          next = Cut.NONE;
          if (cut == Cut.BEFORE_COMMIT) {
            server.close();
            return;
          }
          synchronized (deaf) {
            deaf[0] = true;
          }
        }
        server.getOutputStream().write(buffer, 0, read);
      }
    }
  }

  private void answer(Socket client, Socket server, boolean[] deaf) throws IOException {
    byte[] buffer = new byte[1 << 16];
    try (client;
        server) {
      for (int read = server.getInputStream().read(buffer);
          read >= 0;
          read = server.getInputStream().read(buffer)) {
        synchronized (deaf) {
          if (deaf[0]) {
            return;
          }
        }
        client.getOutputStream().write(buffer, 0, read);
      }
    }
  }

  @Override
  public void close() throws IOException {
    door.close();
    cut();
  }
}
