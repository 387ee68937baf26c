package devicehub.matching;

import devicehub.decision.Authority;
import devicehub.decision.Merge;
import devicehub.device.DeviceRecord;
import java.util.AbstractList;
import java.util.List;

/**
 * The pairs that a matching merged, in the order of the mail records' keys; each is made when asked
 * for. It keeps the records and their numbers, and lets the rest of the line-up go: that is twice
 * as large, and a cycle's merges are kept until the next.
 */
final class Merges extends AbstractList<Merge> {
  private final List<DeviceRecord> enrollments;
  private final List<DeviceRecord> mails;
  private final RuleBook book;
  private final int[] mailOf;
  private final int[] deviceOf;
  private final byte[] ruleOf;

  Merges(Lineup lineup, Verdicts verdicts) {
    enrollments = lineup.enrollments;
    mails = lineup.mails;
    book = lineup.book;
    mailOf = new int[verdicts.mergedCount()];
    deviceOf = new int[mailOf.length];
    ruleOf = new byte[mailOf.length];
    int count = 0;
    for (int mail = 0; mail < mails.size(); mail++) {
      if (verdicts.merged(mail)) {
        mailOf[count] = mail;
        deviceOf[count] = verdicts.device(mail);
        ruleOf[count++] = (byte) verdicts.rule(mail);
      }
    }
  }

  /** By merge, in the order of the mail records' keys. */
  Merges(
      List<DeviceRecord> enrollments,
      List<DeviceRecord> mails,
      RuleBook book,
      int[] mailOf,
      int[] deviceOf,
      byte[] ruleOf) {
    this.enrollments = enrollments;
    this.mails = mails;
    this.book = book;
    this.mailOf = mailOf;
    this.deviceOf = deviceOf;
    this.ruleOf = ruleOf;
  }

  List<DeviceRecord> enrollments() {
    return enrollments;
  }

  List<DeviceRecord> mails() {
    return mails;
  }

  RuleBook book() {
    return book;
  }

  @Override
  public Merge get(int merge) {
    return new Merge(
        enrollments.get(deviceOf[merge]),
        mails.get(mailOf[merge]),
        byReviewer(merge) ? "reviewer" : rule(merge).name(),
        byReviewer(merge) ? Authority.REVIEWER : Authority.RULE);
  }

  @Override
  public int size() {
    return mailOf.length;
  }

  int mail(int merge) {
    return mailOf[merge];
  }

  int device(int merge) {
    return deviceOf[merge];
  }

  /** The number of the rule that decided a merge, or {@link Verdicts#REVIEWER}. */
  byte ruleNumber(int merge) {
    return ruleOf[merge];
  }

  boolean byReviewer(int merge) {
    return ruleOf[merge] == Verdicts.REVIEWER;
  }

  /** The rule that decided a merge which is no person's. */
  Rule rule(int merge) {
    return book.rules().get(ruleOf[merge]);
  }
}
