package devicehub.decision;

import devicehub.device.DeviceRecord;
import java.util.List;

/**
 * A record handed to people: what users call an exception. It is a view of the record's current
 * decision, made anew in every cycle.
 *
 * @param evidence what was found, in sentences for the help desk
 * @param candidates the best ones, best first
 * @param candidateCount how many there are, listed or not
 * @param settleBy the smallest change known that would decide it
 */
public record Referral(
    DeviceRecord record,
    Reason reason,
    List<String> evidence,
    List<Candidate> candidates,
    int candidateCount,
    String settleBy) {

  /**
   * An exception may stand for months, and its record with it: a record of a feed's list would keep
   * the list in memory, of each export in which one arose.
   */
  public Referral {
    record = record.alone();
  }

  /** Equal for two referrals that tell people the same. */
  public String fingerprint() {
    StringBuilder told = new StringBuilder(reason.name()).append('\n').append(settleBy);
    evidence.forEach(sentence -> told.append('\n').append(sentence));
    told.append('\n').append(candidateCount);
    for (Candidate candidate : candidates) {
      told.append('\n').append(candidate.record()).append(' ').append(candidate.score());
    }
    return Fingerprint.of(told.toString());
  }
}
