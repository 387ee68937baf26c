package devicehub;

import devicehub.messaging.Dispatched;
import devicehub.messaging.Dispatcher;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The bean {@code dispatch}: sends what is owed to the queue, and tells the topic of the cycle. */
public final class DispatchDesk {
  private final Dispatcher dispatcher;
  private final Path summary;
  private volatile Dispatched last = new Dispatched(0, 0, "");

  /**
   * @param summary the file {@code summary.json}, which is what the topic is told
   */
  DispatchDesk(Dispatcher dispatcher, Path summary) {
    this.dispatcher = dispatcher;
    this.summary = summary;
  }

  /** Sends everything owed, or as much as the broker takes; the rest waits for the next cycle. */
  public void send() {
    last = dispatcher.drain();
    if (last.trouble().isEmpty() && Files.exists(summary)) {
      try {
        dispatcher.publishCycle(Files.readString(summary));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Why messages wait, and how many; empty while none does. */
  Optional<String> trouble() {
    Dispatched now = last;
    return now.trouble().isEmpty()
        ? Optional.empty()
        : Optional.of(now.backlog() + " messages wait for the broker: " + now.trouble());
  }

  int sent() {
    return last.sent();
  }
}
