package devicehub.faults;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/**
 * Stands between the hub and a server, and hands bytes on as badly as a network can.
 *
 * <pre>
 *   hub → 127.0.0.1:PROXY → 127.0.0.1:SERVER
 *   proxy.toClient(Fault.BLACK_HOLE)     what the server answers from now on is lost
 * </pre>
 */
final class Proxy implements AutoCloseable {
  /** What is done with bytes on their way. */
  enum Fault {
    NONE,
    /** Each piece comes 200 ms late. */
    LATE,
    /** A byte every 20 ms. */
    DRIP,
    /** Bytes are taken and never handed on; nobody hangs up. */
    BLACK_HOLE,
    /** This direction is closed, the other stays open. */
    HALF_CLOSE,
    /** Both ends are told that the connection is reset. */
    RESET
  }

  private final ServerSocket door;
  private final int port;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final AtomicLong untilFault = new AtomicLong();
  private volatile Fault toServer = Fault.NONE;
  private volatile Fault toClient = Fault.NONE;
  private volatile Predicate<String> cut = piece -> false;
  private volatile boolean armed;
  private volatile boolean met;

  Proxy(int port) throws IOException {
    this.port = port;
    door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    threads.execute(this::accept);
  }

  int port() {
    return door.getLocalPort();
  }

  /** Whether {@link #resetAfter} has found its text. */
  boolean hasCut() {
    return !armed;
  }

  /** Whether bytes have met a fault since the last healing. */
  boolean hasMetFault() {
    return met;
  }

  /** Whether somebody is connected at this moment. */
  boolean isInUse() {
    return !open.isEmpty();
  }

  void toServer(Fault fault) {
    toServer = fault;
  }

  void toClient(Fault fault) {
    toClient = fault;
  }

  /** As {@link #toClient(Fault)}, once so many more bytes have come from the server. */
  void toClient(Fault fault, long bytes) {
    untilFault.set(bytes);
    toClient = fault;
  }

  /** Hands on the first piece to the server that holds this, and then resets the connection. */
  void resetAfter(String text) {
    armed = true;
    cut = piece -> piece.contains(text);
  }

  /** Hands everything on again; connections that met a fault are gone. */
  void heal() {
    cut = piece -> false;
    untilFault.set(0);
    met = false;
    if (toServer != Fault.NONE || toClient != Fault.NONE) {
      toServer = Fault.NONE;
      toClient = Fault.NONE;
      open.forEach(Proxy::reset);
    }
  }

  private void accept() {
    while (!door.isClosed()) {
      try {
        Socket client = door.accept();
        Socket server = new Socket(InetAddress.getLoopbackAddress(), port);
        open.add(client);
        open.add(server);
        threads.execute(() -> carry(client, server, true));
        threads.execute(() -> carry(server, client, false));
      } catch (IOException e) {
        // the server is down, or the proxy is closed
      }
    }
  }

  private void carry(Socket from, Socket to, boolean toTheServer) {
    byte[] piece = new byte[16_384];
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
        boolean last = toTheServer && cut.test(new String(piece, 0, read, ISO_8859_1));
        if (!hand(piece, read, out, toTheServer, from, to)) {
          return;
        }
        if (last) {
          cut = other -> false;
          armed = false;
          LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(300)); // for the server to act on it
          reset(from);
          reset(to);
          return;
        }
      }
    } catch (IOException e) {
      // one of the two has hung up; so does the other
    } finally {
      open.remove(from);
      open.remove(to);
    }
  }

  /** Whether the connection goes on. */
  private boolean hand(
      byte[] piece, int length, OutputStream out, boolean toTheServer, Socket from, Socket to)
      throws IOException {
    Fault fault = toTheServer ? toServer : toClient;
    int sound = length;
    if (!toTheServer && fault != Fault.NONE) {
      long before = untilFault.getAndAdd(-length);
      sound = (int) Math.max(0, Math.min(before, length));
    } else if (fault != Fault.NONE) {
      sound = 0;
    }
    out.write(piece, 0, sound);
    met = met || sound < length;
    switch (sound == length ? Fault.NONE : fault) {
      case NONE, BLACK_HOLE -> {}
      case LATE -> {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
        out.write(piece, sound, length - sound);
      }
      case DRIP -> {
        for (int i = sound; i < length; i++) {
          LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
          out.write(piece[i]);
          out.flush();
        }
      }
      case HALF_CLOSE -> {
        to.shutdownOutput();
        return true;
      }
      case RESET -> {
        reset(from);
        reset(to);
        return false;
      }
    }
    out.flush();
    return true;
  }

  private static void reset(Socket socket) {
    try {
      socket.setSoLinger(true, 0);
      socket.close();
    } catch (IOException e) {
      // it is closed already
    }
  }

  @Override
  public void close() throws IOException {
    door.close();
    open.forEach(Proxy::reset);
    threads.shutdownNow();
  }
}
