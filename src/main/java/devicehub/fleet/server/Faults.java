package devicehub.fleet.server;

import java.util.EnumSet;
import java.util.Set;

/** The faults now switched on for one service. Safe for use by many threads. */
final class Faults {
  private final Set<Fault> on = EnumSet.noneOf(Fault.class);
  private boolean refuseNext;

  synchronized void switchOn(Fault fault) {
    on.add(fault);
    refuseNext = true;
  }

  synchronized void heal() {
    on.clear();
  }

  synchronized boolean has(Fault fault) {
    return on.contains(fault);
  }

  /** True once, and then no more. */
  synchronized boolean spend(Fault fault) {
    return on.remove(fault);
  }

  /** True for every other request while the rate is limited. */
  synchronized boolean limitsThisRequest() {
    if (!on.contains(Fault.RATE_LIMIT)) {
      return false;
    }
    boolean refuse = refuseNext;
    refuseNext = !refuseNext;
    return refuse;
  }
}
