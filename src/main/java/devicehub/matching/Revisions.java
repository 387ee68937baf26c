package devicehub.matching;

import devicehub.cores.Shares;
import devicehub.decision.ReviewerDecision;
import devicehub.decision.StandingDecisions;
import devicehub.device.DeviceRecord;
import devicehub.device.Person;
import devicehub.directory.Directory;
import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Decides a cycle by what is different since the one before, where that is little. Keeps what it
 * needs for it from cycle to cycle; when in doubt it says nothing, and everything is decided.
 */
final class Revisions {
  /** Of a hundred records; when more are touched, deciding all of them is not much dearer. */
  static final int MOST = 25;

  private final Matcher matcher;
  private final int most;
  private @Nullable Kept kept;
  private @Nullable Ground ground;
  private long made;
  private int touched;

  /**
   * All that the decisions of a cycle rest on, the rule book apart.
   *
   * @param enrollments in the order of their keys, as {@code mails} are
   * @param persons of the directory
   */
  record Ground(
      List<DeviceRecord> enrollments,
      List<DeviceRecord> mails,
      List<Person> persons,
      List<ReviewerDecision> decisions,
      Awaited awaited) {
    /** Whether everything but records is the same: what else differs may touch anybody. */
    boolean isLike(Ground other) {
      return awaited.equals(other.awaited)
          && decisions.equals(other.decisions)
          && persons.equals(other.persons);
    }
  }

  /**
   * @param most how many records of a hundred may be touched; with 0, everything is always decided
   */
  Revisions(Matcher matcher, int most) {
    this.matcher = matcher;
    this.most = most;
  }

  /** What the next cycle may go on from, once a cycle is written. */
  void keep(Ground now, Proposal written) {
    boolean mayGoOn = most > 0 && !matcher.audits(now.mails().size());
    kept = mayGoOn ? written.kept().orElse(null) : null;
    ground = kept == null ? null : now;
  }

  /** Makes what the next cycle will need that has something to decide; for one that has nothing. */
  void prepare() {
    Kept known = kept;
    Ground then = ground;
    if (known != null && then != null && known.links() == null) {
      Linking linking = new Linking(then.persons(), StandingDecisions.of(then.decisions()));
      Merges pairs = known.pairs().merged();
      kept =
          known.with(
              new Kept.Linked(linking.links(pairs.enrollments()), linking.links(pairs.mails())));
    }
  }

  /** Lets go of all that was kept: the next cycle decides everything. */
  void forget() {
    kept = null;
    ground = null;
  }

  /** How many cycles were decided by what was different. */
  long made() {
    return made;
  }

  /** How many records the newest of them decided. */
  int touched() {
    return touched;
  }

  /** Empty where everything must be decided. */
  Optional<Revision> revise(Standing stood, Ground now, Instant at) {
    Kept earlier = kept;
    Ground then = ground;
    if (earlier == null
        || then == null
        || matcher.audits(now.mails().size())
        || !now.isLike(then)) {
      return Optional.empty();
    }
    Merges pairs = earlier.pairs().merged();
    Supplier<Turnover> aside =
        Shares.aside(() -> new Turnover(pairs.enrollments(), now.enrollments()));
    Turnover mails = new Turnover(pairs.mails(), now.mails());
    Turnover enrollments = aside.get();
    int limit = (int) ((long) most * (now.enrollments().size() + now.mails().size()) / 100);
    if (!enrollments.isOrdered()
        || !mails.isOrdered()
        || enrollments.changed() + mails.changed() > limit) {
      return Optional.empty();
    }
    StandingDecisions people = StandingDecisions.of(now.decisions());
    Linking linking = new Linking(now.persons(), people);
    Neighbourhood.Side enrollmentSide =
        linking.side(enrollments, earlier.links() == null ? null : earlier.links().enrollments());
    Neighbourhood.Side mailSide =
        linking.side(mails, earlier.links() == null ? null : earlier.links().mails());
    LastSyncs syncs = LastSyncs.of(now.mails());
    return Neighbourhood.of(enrollmentSide, mailSide, aged(mails, earlier.syncs(), syncs), limit)
        .map(
            near -> {
              Patch patch = new Patch(enrollments, mails, near);
              made++;
              touched = patch.enrollments().size() + patch.mails().size();
              return new Revision(
                  stood,
                  earlier,
                  new Kept.Linked(enrollmentSide.now(), mailSide.now()),
                  patch,
                  matching(patch, now.persons(), people, syncs),
                  people,
                  at);
            });
  }

  private Matching matching(
      Patch patch, List<Person> persons, StandingDecisions people, LastSyncs syncs) {
    return matcher.matchPart(
        patch.enrollments(),
        patch.mails(),
        Directory.forRecords(persons, List.of(patch.enrollments(), patch.mails())),
        people,
        syncs);
  }

  /** The mail records that are alive no longer, or again, since others of their feed synced. */
  private BitSet aged(Turnover mails, LastSyncs then, LastSyncs now) {
    int staleDays = matcher.book().settings().staleDays();
    Set<String> feeds = now.otherThan(then);
    BitSet aged = new BitSet();
    String feed = "";
    long from = 0;
    long to = 0;
    for (int mail = 0; mail < mails.now.size() && !feeds.isEmpty(); mail++) {
      DeviceRecord record = mails.now.get(mail);
      if (!record.feed().equals(feed)) {
        feed = record.feed();
        long before = then.aliveSince(feed, staleDays);
        long after = now.aliveSince(feed, staleDays);
        from = Math.min(before, after);
        to = Math.max(before, after);
      }
      long latest = Partnerships.latest(record);
      if (latest >= from && latest < to) {
        aged.set(mail);
      }
    }
    return aged;
  }
}
