package devicehub;

import java.io.File;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.Route;
import org.apache.camel.component.file.GenericFileEndpoint;
import org.apache.camel.component.timer.TimerEndpoint;
import org.apache.camel.spi.CamelEvent;
import org.apache.camel.spi.CamelEvent.ExchangeEvent;
import org.apache.camel.support.DefaultPollingConsumerPollStrategy;
import org.apache.camel.support.EventNotifierSupport;
import org.jspecify.annotations.Nullable;

/**
 * Knows when every intake route has brought what its feed offers now: a timer route once it has run
 * through, a file route once its folder is empty. Routes that only wait to be called count at once.
 */
final class FirstIntake extends EventNotifierSupport {
  /** The hub's own timers, which bring nothing. */
  private static final Set<String> OWN = Set.of("match", "purge");

  private static final long NOT_THIS_YEAR = TimeUnit.DAYS.toMillis(365);

  private final boolean onlyOnce;
  private final Map<Endpoint, Boolean> pending = new ConcurrentHashMap<>();
  private final Object changed = new Object();
  private @Nullable CamelContext context;
  private boolean givenUp;

  /**
   * @param onlyOnce whether timers fire a single time, and the hub's own never, as for the command
   *     {@code once}
   */
  FirstIntake(boolean onlyOnce) {
    this.onlyOnce = onlyOnce;
  }

  /** Watches a context's routes; to be called before any is loaded. */
  void watch(CamelContext context) {
    this.context = context;
    context.getManagementStrategy().addEventNotifier(this);
    context
        .getCamelContextExtension()
        .registerEndpointCallback(
            (uri, endpoint) -> {
              prepare(endpoint);
              return endpoint;
            });
  }

  private void prepare(Endpoint endpoint) {
    if (endpoint instanceof TimerEndpoint own && OWN.contains(own.getTimerName())) {
      if (onlyOnce) {
        // There is one cycle, after all feeds; one before would decide on half of them.
        own.setDelay(NOT_THIS_YEAR);
      }
    } else if (endpoint instanceof TimerEndpoint timer) {
      pending.put(endpoint, true);
      if (onlyOnce) {
        timer.setDelay(0);
        timer.setRepeatCount(1);
      }
    } else if (endpoint instanceof GenericFileEndpoint<?> files) {
      pending.put(endpoint, true);
      files.setPollStrategy(new Emptied(files));
    }
  }

  /** Waits no longer: the hub is told to stop. */
  void giveUp() {
    synchronized (changed) {
      givenUp = true;
      changed.notifyAll();
    }
  }

  /**
   * Waits until every feed has brought what it offers now.
   *
   * @return whether all have, within the time
   */
  boolean await(long millis) throws InterruptedException {
    forgetWhatIsOnlyWrittenTo();
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    synchronized (changed) {
      while (!pending.isEmpty() && !givenUp) {
        long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
        if (left <= 0) {
          return false;
        }
        changed.wait(left);
      }
      return pending.isEmpty();
    }
  }

  /** What is still to come, for people: the names of timers, and folders with what lies in them. */
  String pending() {
    return pending.keySet().stream()
        .map(FirstIntake::shown)
        .sorted()
        .collect(Collectors.joining(", "));
  }

  private static String shown(Endpoint endpoint) {
    if (endpoint instanceof TimerEndpoint timer) {
      return timer.getTimerName();
    }
    if (!(endpoint instanceof GenericFileEndpoint<?> files)) {
      return endpoint.getEndpointBaseUri();
    }
    List<String> left = left(files);
    // Whoever drops a file chooses its name, line breaks and all.
    String first = left.isEmpty() ? "" : left.get(0).replaceAll("\\p{Cntrl}", "?");
    return "%s (%d left in it, such as %s)"
        .formatted(files.getConfiguration().getDirectory(), left.size(), first);
  }

  /** The files in a folder that are to be taken. */
  private static List<String> left(GenericFileEndpoint<?> files) {
    File[] left =
        new File(files.getConfiguration().getDirectory())
            .listFiles(file -> file.isFile() && !PatientFiles.isUnfinished(file.getName()));
    return left == null ? List.of() : Stream.of(left).map(File::getName).sorted().toList();
  }

  private void forgetWhatIsOnlyWrittenTo() {
    if (context != null) {
      pending.keySet().retainAll(context.getRoutes().stream().map(Route::getEndpoint).toList());
    }
  }

  private void done(Endpoint endpoint) {
    if (pending.remove(endpoint) != null) {
      synchronized (changed) {
        changed.notifyAll();
      }
    }
  }

  @Override
  public void notify(CamelEvent event) {
    if (event instanceof ExchangeEvent exchange) {
      Endpoint from = exchange.getExchange().getFromEndpoint();
      if (from instanceof TimerEndpoint) {
        done(from);
      }
    }
  }

  @Override
  public boolean isEnabled(CamelEvent event) {
    return event.getType() == CamelEvent.Type.ExchangeCompleted
        || event.getType() == CamelEvent.Type.ExchangeFailed;
  }

  /** Marks a folder done once a poll leaves nothing in it, not even files too young to take. */
  private final class Emptied extends DefaultPollingConsumerPollStrategy {
    private final GenericFileEndpoint<?> files;

    Emptied(GenericFileEndpoint<?> files) {
      this.files = files;
    }

    @Override
    public void commit(Consumer consumer, Endpoint endpoint, int polledMessages) {
      if (left(files).isEmpty() || (files.isNoop() && polledMessages == 0)) {
        done(endpoint);
      }
    }
  }
}
