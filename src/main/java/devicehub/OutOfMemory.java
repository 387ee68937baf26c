package devicehub;

import org.apache.camel.spi.CamelEvent;
import org.apache.camel.spi.CamelEvent.ExchangeEvent;
import org.apache.camel.support.EventNotifierSupport;
import org.jspecify.annotations.Nullable;

/**
 * Ends the process where memory ran out: a hub that has lost a thread in the middle of a step only
 * looks alive, while one that ended is started again and goes on from what it has stored. A JAR
 * cannot bring {@code -XX:+ExitOnOutOfMemoryError} along, which does the same in more places.
 */
final class OutOfMemory extends EventNotifierSupport {
  private OutOfMemory() {}

  /** Watches every thread whose failure nobody catches. */
  static void endsTheProcess() {
    Thread.setDefaultUncaughtExceptionHandler(
        (thread, trouble) -> {
          judge(trouble);
          System.err.println("devicehub: the thread " + thread.getName() + " ended: " + trouble);
        });
  }

  /** Watches the routes, which catch everything. */
  static OutOfMemory inRoutes() {
    return new OutOfMemory();
  }

  /** Ends the process if this is what troubles it. */
  static void judge(@Nullable Throwable trouble) {
    for (Throwable cause = trouble; cause != null; cause = cause.getCause()) {
      if (cause instanceof OutOfMemoryError) {
        System.err.println(
            "devicehub: out of memory; start it with more, such as java -Xmx1g: "
                + cause.getMessage());
        Runtime.getRuntime().halt(Exit.OUT_OF_MEMORY);
      }
    }
  }

  @Override
  public void notify(CamelEvent event) {
    if (event instanceof ExchangeEvent exchange) {
      judge(exchange.getExchange().getException());
    }
  }

  @Override
  public boolean isEnabled(CamelEvent event) {
    return event.getType() == CamelEvent.Type.ExchangeFailed;
  }
}
