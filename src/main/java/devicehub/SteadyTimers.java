package devicehub;

import java.util.Map;
import java.util.Timer;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.component.timer.TimerComponent;
import org.apache.camel.component.timer.TimerConsumer;
import org.apache.camel.spi.annotations.Component;

/**
 * Camel's component {@code timer}, which goes by the time that passes. Its own goes by the clock on
 * the wall: set back by a month, it would match no more for a month, and nobody would know.
 */
@Component("timer") // or its periods could not be written as 5m
final class SteadyTimers extends TimerComponent {
  private final Map<TimerConsumer, Timer> timers = new ConcurrentHashMap<>();

  @Override
  public Timer getTimer(TimerConsumer consumer) {
    return timers.computeIfAbsent(consumer, asking -> new SteadyTimer(asking.getTimerName()));
  }

  @Override
  public void removeTimer(TimerConsumer consumer) {
    Timer timer = timers.remove(consumer);
    if (timer != null) {
      timer.cancel();
    }
  }

  @Override
  protected void doStop() throws Exception {
    timers.values().forEach(Timer::cancel);
    timers.clear();
    super.doStop();
  }
}
