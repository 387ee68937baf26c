package devicehub.matching;

import devicehub.decision.StandingDecisions;
import devicehub.device.DeviceRecord;
import devicehub.device.Side;
import java.time.Instant;
import java.util.BitSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Puts what was decided anew in the place of what the same records came to before, and leaves all
 * else as it stood, at the positions of now.
 *
 * <pre>
 *   before    ann+e0  joe+e1  zoe+e4         joe and jane are decided anew
 *   the part          joe+e3  jane+e1
 *   after     ann+e0  jane+e1  joe+e3  zoe+e5
 * </pre>
 */
final class Patch {
  private final Turnover enrollments;
  private final Turnover mails;
  private final BitSet enrollmentsNow;
  private final BitSet mailsBefore;
  private final Part enrollmentPart;
  private final Part mailPart;

  Patch(Turnover enrollments, Turnover mails, Neighbourhood near) {
    this.enrollments = enrollments;
    this.mails = mails;
    this.enrollmentsNow = near.enrollments();
    this.mailsBefore = mails.before(near.mails());
    this.enrollmentPart = new Part(enrollments.now, near.enrollments());
    this.mailPart = new Part(mails.now, near.mails());
  }

  Part enrollments() {
    return enrollmentPart;
  }

  Part mails() {
    return mailPart;
  }

  /** The pairs of before whose mail records are decided anew, or went. */
  Ints replaced(Merges before) {
    Ints replaced = new Ints();
    for (int merge = 0; merge < before.size(); merge++) {
      if (mailsBefore.get(before.mail(merge))) {
        replaced.add(merge);
      }
    }
    return replaced;
  }

  MatchedPairs pairs(MatchedPairs before, Ints replaced, MatchedPairs part) {
    Merges old = before.merged();
    Merges fresh = part.merged();
    int count = old.size() - replaced.size() + fresh.size();
    int[] mailOf = new int[count];
    int[] deviceOf = new int[count];
    byte[] ruleOf = new byte[count];
    @Nullable Instant[] since = new Instant[count];
    int oldAt = 0;
    int freshAt = 0;
    int skipped = 0;
    Runs carried = new Runs();
    for (int merge = 0; merge < count; ) {
      if (skipped < replaced.size() && replaced.get(skipped) == oldAt) {
        skipped++;
        oldAt++;
        continue;
      }
      int oldMail = oldAt < old.size() ? mails.is(old.mail(oldAt)) : Integer.MAX_VALUE;
      int freshMail =
          freshAt < fresh.size() ? mailPart.position(fresh.mail(freshAt)) : Integer.MAX_VALUE;
      if (oldMail < freshMail) {
        carried.add(merge, oldAt); // were its device another now, it would be decided anew
        mailOf[merge] = oldMail;
        deviceOf[merge] = enrollments.is(old.device(oldAt));
        ruleOf[merge] = old.ruleNumber(oldAt);
        since[merge++] = before.since(oldAt++);
      } else {
        mailOf[merge] = freshMail;
        deviceOf[merge] = enrollmentPart.position(fresh.device(freshAt));
        ruleOf[merge] = fresh.ruleNumber(freshAt);
        since[merge++] = part.since(freshAt++);
      }
    }
    return new MatchedPairs(
        new Merges(enrollments.now, mails.now, old.book(), mailOf, deviceOf, ruleOf),
        since,
        before.carried().next(carried.all()));
  }

  Roster roster(Roster before, Roster part, StandingDecisions people) {
    return new Roster(
        flags(before.leads(), part.leads()),
        flags(before.enrolled(), part.enrolled()),
        before.excluded() - excluded(people) + part.excluded());
  }

  private BitSet flags(BitSet before, BitSet part) {
    BitSet now = enrollments.moved(before);
    now.andNot(enrollmentsNow);
    for (int i = part.nextSetBit(0); i >= 0; i = part.nextSetBit(i + 1)) {
      now.set(enrollmentPart.position(i));
    }
    return now;
  }

  /**
   * Tells of records of before, asked in the order of their keys, whether the part stands for them.
   */
  Predicate<DeviceRecord> replaced() {
    Replaced enrollmentsBefore =
        new Replaced(new Part(enrollments.before, enrollments.before(enrollmentsNow)));
    Replaced ofMails = new Replaced(new Part(mails.before, mailsBefore));
    return record -> (record.side() == Side.MAIL ? ofMails : enrollmentsBefore).test(record);
  }

  /** A walk along records that are asked about in their order. */
  private static final class Replaced implements Predicate<DeviceRecord> {
    private final Part part;
    private int at;

    Replaced(Part part) {
      this.part = part;
    }

    @Override
    public boolean test(DeviceRecord record) {
      int order = -1;
      while (at < part.size() && (order = part.get(at).compareKey(record)) < 0) {
        at++;
      }
      return order == 0;
    }
  }

  /** How many of the mail records that are decided anew, or went, people excluded. */
  private int excluded(StandingDecisions people) {
    return people.isEmpty()
        ? 0
        : (int)
            mailsBefore.stream().filter(mail -> people.isExcluded(mails.before.get(mail))).count();
  }
}
