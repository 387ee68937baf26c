package devicehub.web;

import java.util.Map;

/**
 * How the hub is.
 *
 * @param state whether it does its work; it is live as long as it answers at all
 * @param details what to look at, by part
 */
public record Health(State state, Map<String, String> details) {
  /** What a hub may say of itself. */
  public enum State {
    UP,
    DOWN,
    /** Another hub does the work; this one would take over. */
    STANDBY
  }

  public Health(boolean ready, Map<String, String> details) {
    this(ready ? State.UP : State.DOWN, details);
  }

  boolean ready() {
    return state == State.UP;
  }
}
