package devicehub.matching;

import devicehub.decision.ReviewerDecision;
import devicehub.decision.StandingDecisions;
import devicehub.device.DeviceRecord;
import devicehub.device.Person;
import devicehub.directory.Directory;
import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
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
  private @Nullable Links enrollmentLinks;
  private @Nullable Links mailLinks;
  private long made;
  private int touched;

  /**
   * All that the decisions of a cycle rest on.
   *
   * @param enrollments in the order of their keys, as {@code mails} are
   * @param persons of the directory
   */
  record Ground(
      List<DeviceRecord> enrollments,
      List<DeviceRecord> mails,
      List<Person> persons,
      List<ReviewerDecision> decisions,
      Awaited awaited) {}

  /**
   * @param most how many records of a hundred may be touched; with 0, everything is always decided
   */
  Revisions(Matcher matcher, int most) {
    this.matcher = matcher;
    this.most = most;
  }

  /** What the next cycle may go on from, once a cycle is written. */
  void keep(Ground now, Proposal written) {
    boolean large = most > 0 && !matcher.audits(now.mails().size());
    kept = large ? written.kept().orElse(null) : null;
    ground = kept == null ? null : now;
  }

  /** Lets go of all that was kept: the next cycle decides everything. */
  void forget() {
    kept = null;
    ground = null;
    enrollmentLinks = null;
    mailLinks = null;
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
        || !then.awaited().equals(now.awaited())
        || !then.decisions().equals(now.decisions())
        || !then.persons().equals(now.persons())) {
      return Optional.empty();
    }
    Merges pairs = earlier.pairs().merged();
    Turnover enrollments = new Turnover(pairs.enrollments(), now.enrollments());
    Turnover mails = new Turnover(pairs.mails(), now.mails());
    if (!enrollments.isOrdered() || !mails.isOrdered()) {
      return Optional.empty();
    }
    StandingDecisions people = StandingDecisions.of(now.decisions());
    LastSyncs syncs = LastSyncs.of(now.mails());
    BitSet turned = aged(mails, earlier.syncs(), syncs);
    int limit = (int) ((long) most * (now.enrollments().size() + now.mails().size()) / 100);
    return neighbourhood(enrollments, mails, turned, limit, now.persons(), people)
        .map(near -> revision(stood, earlier, new Patch(enrollments, mails, near), now, syncs, at));
  }

  private Revision revision(
      Standing stood, Kept earlier, Patch patch, Ground now, LastSyncs syncs, Instant at) {
    StandingDecisions people = StandingDecisions.of(now.decisions());
    Matching matching =
        matcher.matchPart(
            patch.enrollments(),
            patch.mails(),
            Directory.forRecords(now.persons(), List.of(patch.enrollments(), patch.mails())),
            people,
            syncs);
    made++;
    touched = patch.enrollments().size() + patch.mails().size();
    return new Revision(stood, earlier, patch, matching, people, at);
  }

  /** The mail records that stayed, and are alive no longer or again since others synced. */
  private BitSet aged(Turnover mails, LastSyncs then, LastSyncs now) {
    int staleDays = matcher.book().settings().staleDays();
    BitSet aged = new BitSet();
    String feed = "";
    long from = 0;
    long to = 0;
    for (int mail = 0; mail < mails.now.size(); mail++) {
      DeviceRecord record = mails.now.get(mail);
      if (!record.feed().equals(feed)) {
        feed = record.feed();
        long before = then.aliveSince(feed, staleDays);
        long after = now.aliveSince(feed, staleDays);
        from = Math.min(before, after);
        to = Math.max(before, after);
      }
      if (from != to && record.lastSeenMillis() >= from && record.lastSeenMillis() < to) {
        aged.set(mail);
      }
    }
    return aged;
  }

  private Optional<Neighbourhood> neighbourhood(
      Turnover enrollments,
      Turnover mails,
      BitSet aged,
      int limit,
      List<Person> persons,
      StandingDecisions people) {
    int changed =
        enrollments.fresh.cardinality()
            + enrollments.gone.cardinality()
            + mails.fresh.cardinality()
            + mails.gone.cardinality()
            + aged.cardinality();
    if (changed > limit) {
      return Optional.empty();
    }
    Decided decided = new Decided(people);
    Links oldEnrollments = links(enrollmentLinks, enrollments.before, persons, decided);
    Links oldMails = links(mailLinks, mails.before, persons, decided);
    Part freshEnrollments = new Part(enrollments.now, enrollments.fresh);
    Part freshMails = new Part(mails.now, mails.fresh);
    Links newEnrollments =
        oldEnrollments.after(enrollments, links(null, freshEnrollments, persons, decided));
    Links newMails = oldMails.after(mails, links(null, freshMails, persons, decided));
    enrollmentLinks = newEnrollments;
    mailLinks = newMails;
    return Neighbourhood.of(
        new Neighbourhood.Side(enrollments, oldEnrollments, newEnrollments),
        new Neighbourhood.Side(mails, oldMails, newMails),
        aged,
        limit);
  }

  private static Links links(
      @Nullable Links known, List<DeviceRecord> records, List<Person> persons, Decided decided) {
    if (known != null) {
      return known;
    }
    Directory directory = Directory.forRecords(persons, List.of(records));
    return Links.of(records, new Ownership(records, directory), decided);
  }
}
