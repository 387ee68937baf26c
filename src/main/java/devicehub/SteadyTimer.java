package devicehub;

import java.time.Duration;
import java.util.Date;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor.DiscardPolicy;
import java.util.concurrent.TimeUnit;

/**
 * A timer that a clock that is set does not stop or hurry. A turn that comes late is not made up
 * for.
 */
final class SteadyTimer extends Timer {
  private final ScheduledThreadPoolExecutor turns;

  SteadyTimer(String name) {
    super(name + " (idle)", true);
    turns =
        new ScheduledThreadPoolExecutor(
            1,
            task -> {
              Thread thread = new Thread(task, "timer " + name);
              thread.setDaemon(true);
              return thread;
            },
            new DiscardPolicy());
    turns.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
  }

  @Override
  public void schedule(TimerTask task, long delay) {
    turns.schedule(() -> run(task), delay, TimeUnit.MILLISECONDS);
  }

  @Override
  public void schedule(TimerTask task, long delay, long period) {
    turns.schedule(
        () -> {
          long begun = System.nanoTime();
          run(task);
          long took = Duration.ofNanos(System.nanoTime() - begun).toMillis();
          schedule(task, Math.max(0, period - took), period);
        },
        delay,
        TimeUnit.MILLISECONDS);
  }

  @Override
  public void scheduleAtFixedRate(TimerTask task, long delay, long period) {
    turns.scheduleAtFixedRate(() -> run(task), delay, period, TimeUnit.MILLISECONDS);
  }

  @Override
  public void schedule(TimerTask task, Date time) {
    schedule(task, until(time));
  }

  @Override
  public void schedule(TimerTask task, Date firstTime, long period) {
    schedule(task, until(firstTime), period);
  }

  @Override
  public void scheduleAtFixedRate(TimerTask task, Date firstTime, long period) {
    scheduleAtFixedRate(task, until(firstTime), period);
  }

  private static long until(Date time) {
    return Math.max(0, time.getTime() - System.currentTimeMillis());
  }

  private static void run(TimerTask task) {
    try {
      task.run();
    } catch (Error e) { // which would end the turns without a word
      OutOfMemory.judge(e);
      throw e;
    }
  }

  @Override
  public void cancel() {
    super.cancel();
    turns.shutdown();
  }
}
