package devicehub.inventory;

import devicehub.inventory.Snapshot.Kind;
import devicehub.inventory.Snapshot.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** A snapshot log that lives as long as its process. */
public final class InMemorySnapshotLog implements SnapshotLog {
  private final List<Snapshot> log = new ArrayList<>();
  private final List<HoldDecision> decisions = new ArrayList<>();
  private long newest;
  private final Map<Long, LeftOut> leftOut = new TreeMap<>();

  @Override
  public synchronized Snapshot add(Snapshot snapshot) {
    Snapshot added = snapshot.with(++newest);
    supersedeBy(added);
    log.add(added);
    return added;
  }

  private void supersedeBy(Snapshot newer) {
    if (newer.state() == State.IN_FORCE && newer.kind() == Kind.FULL) {
      log.replaceAll(
          old ->
              old.feed().equals(newer.feed())
                      && old.state() == State.IN_FORCE
                      && old.id() < newer.id()
                  ? old.in(State.SUPERSEDED, "")
                  : old);
    }
  }

  @Override
  public synchronized List<Snapshot> inForce() {
    return log.stream().filter(s -> s.state() == State.IN_FORCE).toList();
  }

  @Override
  public synchronized Optional<Snapshot> latest(String feed) {
    return log.stream().filter(s -> s.feed().equals(feed)).reduce((older, newer) -> newer);
  }

  @Override
  public synchronized List<Snapshot> newest(String feed, Set<State> states, int limit) {
    return newestFirst(s -> s.feed().equals(feed) && states.contains(s.state())).stream()
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized List<Snapshot> accepted(String feed, Instant since) {
    List<Snapshot> found = new ArrayList<>();
    for (Snapshot snapshot :
        newestFirst(s -> s.feed().equals(feed) && ACCEPTED.contains(s.state()))) {
      found.add(snapshot);
      if (snapshot.kind() == Kind.FULL && snapshot.takenAt().isBefore(since)) {
        break;
      }
    }
    Collections.reverse(found);
    return found;
  }

  @Override
  public synchronized List<Snapshot> fulls(String feed, int limit) {
    return newestFirst(
            s -> s.feed().equals(feed) && s.kind() == Kind.FULL && ACCEPTED.contains(s.state()))
        .stream()
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized Set<String> feeds() {
    return log.stream().map(Snapshot::feed).collect(Collectors.toSet());
  }

  @Override
  public synchronized int expire(String feed, Expiry expiry) {
    List<Snapshot> all = log.stream().filter(s -> s.feed().equals(feed)).toList();
    leftOut
        .keySet()
        .removeIf(id -> all.stream().anyMatch(s -> s.id() == id) && id <= expiry.recall().first());
    long released =
        decisions.stream()
            .filter(d -> d.feed().equals(feed) && d.kind() == HoldDecision.Kind.RELEASE)
            .mapToLong(HoldDecision::id)
            .max()
            .orElse(0);
    decisions.removeIf(
        d -> d.feed().equals(feed) && d.at().isBefore(expiry.log()) && d.id() != released);
    Predicate<Snapshot> content = expiry.content(all);
    Predicate<Snapshot> whole = expiry.whole(all);
    Set<Long> decidedOn =
        decisions.stream().map(HoldDecision::snapshot).collect(Collectors.toSet());
    int emptied = (int) all.stream().filter(content).filter(s -> !s.parts().isEmpty()).count();
    log.replaceAll(s -> s.feed().equals(feed) && content.test(s) ? s.without() : s);
    log.removeIf(s -> s.feed().equals(feed) && whole.test(s) && !decidedOn.contains(s.id()));
    return emptied;
  }

  @Override
  public synchronized Set<String> contents() {
    return log.stream()
        .flatMap(s -> s.parts().stream())
        .map(RawPart::sha256)
        .collect(Collectors.toSet());
  }

  @Override
  public synchronized void tell(LeftOut told) {
    leftOut.putIfAbsent(told.snapshot(), told);
  }

  @Override
  public synchronized List<LeftOut> told(String feed, long from) {
    return log.stream()
        .filter(s -> s.feed().equals(feed) && s.id() >= from && leftOut.containsKey(s.id()))
        .map(s -> leftOut.get(s.id()))
        .toList();
  }

  private List<Snapshot> newestFirst(Predicate<Snapshot> wanted) {
    List<Snapshot> found = new ArrayList<>(log.stream().filter(wanted).toList());
    Collections.reverse(found);
    return found;
  }

  @Override
  public synchronized HoldDecision decide(HoldDecision decision) {
    Snapshot held =
        log.stream()
            .filter(s -> s.id() == decision.snapshot() && s.state() == State.HELD)
            .findFirst()
            .orElseThrow(() -> new NotHeldException(decision));
    if (inForce().stream().anyMatch(newer -> newer.overtakes(held))) {
      throw new NotHeldException(decision);
    }
    Snapshot decided =
        decision.kind() == HoldDecision.Kind.RELEASE
            ? held.released()
            : held.in(State.DISCARDED, held.reason());
    supersedeBy(decided);
    log.replaceAll(s -> s.id() == held.id() ? decided : s);
    HoldDecision added = decision.with(decisions.size() + 1L);
    decisions.add(added);
    return added;
  }

  @Override
  public synchronized List<HoldDecision> holdDecisions() {
    return List.copyOf(decisions);
  }
}
