package devicehub.matching;

import devicehub.cores.Shares;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * The records that a change may touch: those that came, went or changed, those that share a key
 * with any of them, those that share a key with these, and so on until nobody is added.
 *
 * <pre>
 *   changed  exchange:jane@…/NEW1   →  owner jane@…  →  mdm:e7  →  serial F17…  →  mdm:e2 (superseded)
 * </pre>
 *
 * <p>It is closed both among the records of before and those of now: a path among the former leads
 * through records that are as they were, whose keys are the same, or ends at one that is not, whose
 * old keys are followed as well. So whatever is decided outside is decided as it was, and whatever
 * is decided inside needs nobody outside.
 */
final class Neighbourhood {
  private final Keys keys = new Keys();
  private Keys forEnrollments = new Keys();
  private Keys forMails = new Keys();
  private final BitSet enrollments;
  private final BitSet mails;
  private final int most;
  private int size;

  private Neighbourhood(BitSet enrollments, BitSet mails, int most) {
    this.enrollments = enrollments;
    this.mails = mails;
    this.most = most;
  }

  /** One side's records and their links, before and now. */
  record Side(Turnover turnover, Links before, Links now) {}

  /**
   * @param beside mail records that are to be decided anew though they are as they were
   * @param most how many records it may come to
   * @return empty if it would be more
   */
  static Optional<Neighbourhood> of(Side enrollments, Side mails, BitSet beside, int most) {
    BitSet freshMails = (BitSet) mails.turnover().fresh.clone();
    freshMails.or(beside);
    Neighbourhood all =
        new Neighbourhood((BitSet) enrollments.turnover().fresh.clone(), freshMails, most);
    all.add(enrollments.before(), enrollments.turnover().gone);
    all.add(enrollments.now(), all.enrollments);
    all.add(mails.before(), mails.turnover().gone);
    all.add(mails.now(), all.mails);
    boolean grows = true;
    while (grows && all.size <= most) {
      Keys wanted = all.forMails;
      all.forMails = new Keys();
      grows = all.growBy(wanted, mails.now(), mails.turnover().now.size(), all.mails);
      wanted = all.forEnrollments;
      all.forEnrollments = new Keys();
      grows |=
          all.growBy(wanted, enrollments.now(), enrollments.turnover().now.size(), all.enrollments);
    }
    return all.size > most ? Optional.empty() : Optional.of(all);
  }

  private void add(Links links, BitSet records) {
    for (int record = records.nextSetBit(0);
        record >= 0 && size <= most;
        record = records.nextSetBit(record + 1)) {
      add(links, record);
    }
  }

  private void add(Links links, int record) {
    size++;
    for (int at = links.from(record); at < links.to(record); at++) {
      if (keys.add(links.key(at))) {
        forEnrollments.add(links.key(at));
        forMails.add(links.key(at));
      }
    }
  }

  /** Adds whoever has one of the keys; tells whether that was anybody. */
  private boolean growBy(Keys wanted, Links links, int records, BitSet into) {
    if (wanted.isEmpty()) {
      return false;
    }
    List<Ints> parts = Shares.of(records, (from, to) -> met(wanted, links, from, to, into));
    boolean grows = false;
    for (Ints part : parts) {
      for (int i = 0; i < part.size() && size <= most; i++) {
        into.set(part.get(i));
        add(links, part.get(i));
        grows = true;
      }
    }
    return grows;
  }

  private static Ints met(Keys wanted, Links links, int from, int to, BitSet already) {
    Ints met = new Ints();
    for (int record = from; record < to; record++) {
      if (!already.get(record) && meets(wanted, links, record)) {
        met.add(record);
      }
    }
    return met;
  }

  private static boolean meets(Keys wanted, Links links, int record) {
    for (int at = links.from(record); at < links.to(record); at++) {
      if (wanted.contains(links.key(at))) {
        return true;
      }
    }
    return false;
  }

  /** By position now. */
  BitSet enrollments() {
    return enrollments;
  }

  /** By position now. */
  BitSet mails() {
    return mails;
  }
}
