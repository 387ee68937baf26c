package devicehub;

import devicehub.drill.KillPoint;
import devicehub.format.KeptRows;
import devicehub.intake.HardwareReader;
import devicehub.intake.RowIntake;
import devicehub.intake.RowSink;
import devicehub.inventory.Arrival;
import devicehub.inventory.Counts;
import devicehub.inventory.Inventory;
import devicehub.inventory.RawPart;
import devicehub.inventory.RawStore;
import devicehub.inventory.RowProblem;
import devicehub.inventory.Snapshot;
import devicehub.polling.Page;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A snapshot in the making: the inputs taken so far, and the records read from them. */
final class Draft {
  private final Feed feed;
  private final RowIntake intake;
  private final List<RawPart> parts = new ArrayList<>();
  private final Instant at;
  private final Optional<Instant> askedAt;
  private Page last = Page.NOTHING;
  private long rows;
  private Inventory.@Nullable Holding holding;

  /**
   * @param at when it was given: no time in it is later
   */
  Draft(Feed feed, HardwareReader hardware, Instant at) {
    this(feed, hardware, at, Optional.empty());
  }

  /** A draft of what a server is asked for at that moment. */
  Draft(Feed feed, HardwareReader hardware, Instant at, Optional<Instant> askedAt) {
    this.feed = feed;
    this.at = at;
    this.askedAt = askedAt;
    this.intake = new RowIntake(feed.spec().asOf(at), hardware, feed.erased());
  }

  /** What a kept snapshot holds, read again. */
  static Draft of(Feed feed, Snapshot snapshot, RawStore raw, HardwareReader hardware)
      throws IOException {
    Draft draft = new Draft(feed, hardware, snapshot.takenAt());
    for (RawPart part : snapshot.parts()) {
      draft.recall(raw, part);
    }
    return draft;
  }

  Feed feed() {
    return feed;
  }

  /** When it was given. */
  Instant at() {
    return at;
  }

  /** Receives an input and reads it. */
  Page take(RawStore raw, String name, InputStream content) throws IOException {
    try (Arrival arrival = raw.receive(name, content)) {
      return take(arrival);
    }
  }

  /** Reads an input, and keeps it raw whatever it is: what cannot be read is to be looked at. */
  Page take(Arrival arrival) throws IOException {
    try {
      return read(arrival.part(), arrival.open());
    } finally {
      arrival.keep();
    }
  }

  /** Reads a part of a snapshot that is in the log: as it came, or as an erasure left it. */
  void recall(RawStore raw, RawPart part) throws IOException {
    parts.add(part);
    try (InputStream in = new BufferedInputStream(raw.open(part), 1 << 16)) {
      last = read(feed, part, in, intake.from(part.name()));
      rows += last.rows();
    }
  }

  static Page read(Feed feed, RawPart part, InputStream in, RowSink sink) throws IOException {
    if (!KeptRows.begin(in)) {
      return feed.reader().read(part.name(), in, sink);
    }
    KeptRows.read(new InputStreamReader(in, StandardCharsets.UTF_8), sink);
    return new Page(0, -1, Optional.empty(), Optional.empty());
  }

  /** Reads a part that is kept already, as it came. */
  Page reread(RawStore raw, RawPart part) throws IOException {
    return read(part, raw.open(part));
  }

  private Page read(RawPart part, InputStream content) throws IOException {
    parts.add(part);
    try (InputStream in = new BufferedInputStream(content, 1 << 16)) {
      last = feed.reader().read(part.name(), in, intake.from(part.name()));
      rows += last.rows();
      KillPoint.PARSED.pass();
      return last;
    }
  }

  List<RawPart> parts() {
    return parts;
  }

  /** Whether all the records the source speaks of are there. */
  boolean isComplete() {
    return last.total() < 0 || rows >= last.total();
  }

  String incompleteness() {
    return "waiting for the pages that hold the other "
        + (last.total() - rows)
        + " of "
        + last.total()
        + " records";
  }

  /** What is missing where the newest input's records should stand, if nothing was found at all. */
  Optional<String> lacks() {
    return rows == 0 ? last.lacks() : Optional.empty();
  }

  /** How many records are missing, of an answer that should be whole. */
  String shortfall() {
    return "it speaks of " + last.total() + " records but holds " + rows;
  }

  Snapshot snapshot(Snapshot.State state, Instant at, String reason) {
    return new Snapshot(
        0,
        feed.name(),
        feed.delta() ? Snapshot.Kind.DELTA : Snapshot.Kind.FULL,
        state,
        List.copyOf(parts),
        at,
        state == Snapshot.State.IN_FORCE ? counts() : counts().allHeld(),
        reason,
        askedAt);
  }

  private Counts counts() {
    return new Counts(
        intake.rowsIn(),
        intake.accepted(),
        intake.duplicates(),
        intake.faults().size(),
        intake.ignored(),
        0);
  }

  /** What was read so far; made once, for a million records take a second to put in order. */
  Inventory.Holding holding() {
    Inventory.Holding made = holding;
    if (made == null || made.counts().rowsIn() != intake.rowsIn()) {
      made = make();
      holding = made;
    }
    return made;
  }

  private Inventory.Holding make() {
    List<RowProblem> problems = new ArrayList<>(intake.faults().size());
    for (RowIntake.Fault fault : intake.faults()) {
      problems.add(
          new RowProblem(
              feed.name(),
              fault.input(),
              fault.row().line(),
              fault.row().reason(),
              fault.row().value()));
    }
    return new Inventory.Holding(
        intake.recordsByKey(), List.copyOf(intake.people()), problems, counts());
  }
}
