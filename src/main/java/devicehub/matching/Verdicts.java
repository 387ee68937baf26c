package devicehub.matching;

import devicehub.decision.Reason;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What has been decided so far about each mail record of a line-up. */
final class Verdicts {
  private static final int UNDECIDED = -1;
  private static final int EXCLUDED = -2;

  /** Stands for the reviewer where a rule's number would. */
  static final int REVIEWER = -1;

  final Lineup lineup;
  private final int[] deviceOf;
  private final byte[] ruleOf;
  private final @Nullable Reason[] referred;
  private final PlacesTaken placesTaken;
  private int merged;
  private @Nullable Namesakes namesakes;

  Verdicts(Lineup lineup) {
    this.lineup = lineup;
    deviceOf = new int[lineup.mails.size()];
    ruleOf = new byte[lineup.mails.size()];
    referred = new Reason[lineup.mails.size()];
    placesTaken =
        new PlacesTaken(lineup.enrollments.size(), lineup.mailed.partnerships, lineup.mails.size());
    Arrays.fill(deviceOf, UNDECIDED);
  }

  /**
   * Merges a pair. The record takes its place on the device, unless it is stale: what was left
   * behind there leaves room for what came after it. But while the MDM itself reports that mail
   * client, no other one has come.
   */
  void merge(int device, int mail, int rule) {
    deviceOf[mail] = device;
    ruleOf[mail] = (byte) rule;
    merged++;
    if (!lineup.mailed.partnerships.stale(mail)
        || (rule != REVIEWER && lineup.ids.isReported(device, mail))) {
      placesTaken.take(device, mail);
    }
  }

  /** Leaves a record alone: people said it is nobody's business. */
  void exclude(int mail) {
    deviceOf[mail] = EXCLUDED;
  }

  /** Takes a record out of the further rules' hands. */
  void refer(int mail, Reason reason) {
    referred[mail] = reason;
  }

  boolean undecided(int mail) {
    return deviceOf[mail] == UNDECIDED && referred[mail] == null;
  }

  boolean merged(int mail) {
    return deviceOf[mail] >= 0;
  }

  boolean excluded(int mail) {
    return deviceOf[mail] == EXCLUDED;
  }

  int device(int mail) {
    return deviceOf[mail];
  }

  int rule(int mail) {
    return ruleOf[mail];
  }

  int mergedCount() {
    return merged;
  }

  @Nullable Reason reason(int mail) {
    return referred[mail];
  }

  /** Whether the device already has another live record in this record's place. */
  boolean placeTaken(int device, int mail) {
    return placesTaken.isTaken(device, mail);
  }

  /** The live record that has this record's place on the device, or -1. */
  int placeTaker(int device, int mail) {
    return placesTaken.taker(device, mail);
  }

  /** Whether the place would be taken if the record were of the device's owner. */
  boolean placeWouldBeTaken(int device, int mail) {
    return placesTaken.wouldBeTaken(device, mail);
  }

  /** Guesses for what is left undecided; made when first asked for, after the last rule. */
  synchronized Namesakes namesakes() {
    Namesakes made = namesakes;
    if (made == null) {
      made = new Namesakes(lineup, this);
      namesakes = made;
    }
    return made;
  }
}
