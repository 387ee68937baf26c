package devicehub.decision;

import devicehub.device.RecordKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Why a record, or a pair, is decided as it is.
 *
 * @param headline the decision in one sentence
 * @param sentences what led to it, in words for the help desk
 * @param findings condition by condition, where a pair is explained
 * @param merges the merges the record, or the pair, stands in
 * @param referral the exception the record is, if it is one
 */
public record Explanation(
    Verdict verdict,
    String headline,
    List<String> sentences,
    List<Finding> findings,
    List<Because> merges,
    Optional<Referral> referral) {

  /** What is decided of the record or the pair. The names are stable. */
  public enum Verdict {
    /** The record is merged, or the two are one device. */
    MERGED,
    EXCEPTION,
    EXCLUDED,
    /** Nothing is concluded of the record or the pair yet, for a feed is awaited. */
    WAITING,
    /** The enrolment is not the newest of its device. */
    SUPERSEDED,
    RETIRED,
    /** The enrolment is in order; no mail record is merged with it. */
    WITHOUT_MAIL,
    /** The two are not merged with each other. */
    NOT_MERGED,
    /** The two are of one side, so that they never pair. */
    SAME_SIDE
  }

  /** A merge and why it is enough. */
  public record Because(Merge merge, String because) {}

  /** An explanation that needs no more than a sentence. */
  public static Explanation plain(Verdict verdict, String headline) {
    return new Explanation(verdict, headline, List.of(), List.of(), List.of(), Optional.empty());
  }

  public static Explanation of(Referral referral, List<String> sentences) {
    return new Explanation(
        Verdict.EXCEPTION,
        referral.record().key() + " is an exception: " + referral.reason() + ".",
        sentences,
        List.of(),
        List.of(),
        Optional.of(referral));
  }

  /**
   * This explanation without the merges that are withheld while feeds are awaited.
   *
   * @param who the record or the records that are explained
   * @param waiting the mail records of which nothing is concluded yet
   * @param feeds which are awaited
   */
  public Explanation withholding(String who, Set<RecordKey> waiting, List<String> feeds) {
    List<Because> stand =
        merges.stream().filter(because -> !waiting.contains(because.merge().mail().key())).toList();
    List<String> told = new ArrayList<>();
    if (stand.isEmpty() && verdict != Verdict.NOT_MERGED && !waiting.isEmpty()) {
      told.add(
          "What is missing proves nothing until "
              + (feeds.size() == 1 ? "it brings" : "they bring")
              + " something good. As it is: "
              + headline);
      told.addAll(sentences);
      return new Explanation(
          Verdict.WAITING, who + awaited(feeds), List.copyOf(told), findings, stand, referral);
    }
    told.addAll(sentences);
    waiting.stream().sorted().forEach(mail -> told.add(mail + awaited(feeds)));
    return new Explanation(
        verdict,
        stand.size() == merges.size() ? headline : merged(who, stand),
        List.copyOf(told),
        findings,
        stand,
        referral);
  }

  private static String awaited(List<String> feeds) {
    return " waits for " + String.join(", ", feeds) + ".";
  }

  private static String merged(String who, List<Because> merges) {
    return who
        + " is merged with "
        + merges.stream()
            .map(because -> because.merge().mail().key() + " (" + because.because() + ")")
            .collect(Collectors.joining("; "))
        + ".";
  }

  /** Who else was considered, best first. */
  public List<Candidate> candidates() {
    return referral.map(Referral::candidates).orElse(List.of());
  }
}
