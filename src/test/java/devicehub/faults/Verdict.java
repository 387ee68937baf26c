package devicehub.faults;

import java.util.ArrayList;
import java.util.List;

/** What a checker found: how much was confirmed and is there, and everything that is not right. */
final class Verdict {
  private int confirmed;
  private int present;
  private int events;
  private int repeatedDeliveries;
  private final List<String> lost = new ArrayList<>();
  private final List<String> doubled = new ArrayList<>();
  private final List<String> wrong = new ArrayList<>();

  /** Counts one confirmed thing by how often it is there, which must be once. */
  void expectOnce(String thing, long times) {
    confirmed++;
    if (times == 0) {
      lost.add(thing);
    } else {
      present++;
      if (times > 1) {
        doubled.add(thing + " " + times + " times");
      }
    }
  }

  void lost(String thing) {
    lost.add(thing);
  }

  void doubled(String thing) {
    doubled.add(thing);
  }

  void wrong(String thing) {
    wrong.add(thing);
  }

  /** Counts the changes of exceptions that the queue was owed. */
  void events(int owed) {
    events += owed;
  }

  void repeatedDelivery() {
    repeatedDeliveries++;
  }

  boolean isClean() {
    return lost.isEmpty() && doubled.isEmpty() && wrong.isEmpty();
  }

  void add(Verdict other) {
    confirmed += other.confirmed;
    present += other.present;
    events += other.events;
    repeatedDeliveries += other.repeatedDeliveries;
    lost.addAll(other.lost);
    doubled.addAll(other.doubled);
    wrong.addAll(other.wrong);
  }

  /** What is not right, a line each, the first few of each sort. */
  List<String> faults() {
    List<String> faults = new ArrayList<>();
    lost.stream().limit(10).forEach(thing -> faults.add("lost: " + thing));
    doubled.stream().limit(10).forEach(thing -> faults.add("double: " + thing));
    wrong.stream().limit(10).forEach(thing -> faults.add("wrong: " + thing));
    return faults;
  }

  @Override
  public String toString() {
    return ("confirmed %d / present %d / lost %d / double %d / wrong %d;"
            + " %d events on the queue, %d of them more than once")
        .formatted(
            confirmed,
            present,
            lost.size(),
            doubled.size(),
            wrong.size(),
            events,
            repeatedDeliveries);
  }
}
