package devicehub.fleet;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** How often each {@link Trick} comes up. Immutable. */
public final class Mix {
  private static final Set<Trick> UNSETTLED =
      EnumSet.of(
          Trick.EXACT_TRAVELER_ID,
          Trick.AMBIGUOUS_ID,
          Trick.OUTLOOK_ONE_PLATFORM,
          Trick.TWINS,
          Trick.TWO_MAILS_ONE_ENROLLMENT,
          Trick.ALIAS_OWNER,
          Trick.UPN_OWNER,
          Trick.DOMAIN_USER_OWNER,
          Trick.NOTES_OWNER,
          Trick.SHARED_MAILBOX,
          Trick.SHARED_MAILBOX_NO_ID,
          Trick.DELEGATE_MAILBOX,
          Trick.NO_OWNER,
          Trick.NAMESAKE,
          Trick.STALE_PARTNERSHIP,
          Trick.OLD_PHONE_LEFT,
          Trick.DUPLICATE_ENROLLMENT,
          Trick.RETIRED_ENROLLMENT,
          Trick.ROGUE_OTHER_HARDWARE,
          Trick.ROGUE_SAME_HARDWARE,
          Trick.ROGUE_BLANK,
          Trick.UNENROLLED,
          Trick.UNENROLLED_OTHER_MAKER,
          Trick.UNENROLLED_OTHER_FORM,
          Trick.UNENROLLED_OTHER_MODEL,
          Trick.UNENROLLED_OTHER_PLATFORM,
          Trick.SECOND_PHONE_SAME_MODEL);

  private final int[] weights;
  private final int total;
  private final boolean everyTrickFirst;

  private Mix(Map<Trick, Integer> weightOf, boolean everyTrickFirst) {
    this.weights = new int[Trick.values().length];
    weightOf.forEach((trick, weight) -> weights[trick.ordinal()] = weight);
    int sum = 0;
    for (int weight : weights) {
      sum += weight;
    }
    this.total = sum;
    this.everyTrickFirst = everyTrickFirst;
  }

  /** Tricks by their weights, as a company's fleet might have them. */
  public static Mix realistic() {
    return new Mix(weights(), false);
  }

  /** Every trick once, then as {@link #realistic()}: for small fleets that must show everything. */
  public static Mix everyTrick() {
    return new Mix(weights(), true);
  }

  /** As {@link #realistic()} without the tricks that need HCL Traveler. */
  public static Mix exchangeOnly() {
    Map<Trick, Integer> weightOf = weights();
    for (Trick trick :
        new Trick[] {
          Trick.EXACT_TRAVELER_ID, Trick.EXCHANGE_AND_TRAVELER, Trick.NOTES_OWNER, Trick.NO_OWNER
        }) {
      weightOf.put(trick, 0);
    }
    return new Mix(weightOf, false);
  }

  /**
   * A fleet whose help desk keeps up, and which needs no directory: what is left to people, or
   * needs one, comes up a tenth as often.
   */
  public static Mix settled() {
    Map<Trick, Integer> weightOf = weights();
    weightOf.replaceAll((trick, weight) -> UNSETTLED.contains(trick) ? weight : 10 * weight);
    return new Mix(weightOf, false);
  }

  /** One trick only. */
  static Mix only(Trick trick) {
    return new Mix(Map.of(trick, 1), false);
  }

  private static Map<Trick, Integer> weights() {
    Map<Trick, Integer> weightOf = new EnumMap<>(Trick.class);
    for (Trick trick : Trick.values()) {
      weightOf.put(trick, trick.weight);
    }
    return weightOf;
  }

  Trick trick(Dice dice, long household) {
    Trick[] all = Trick.values();
    int point = dice.below(total);
    if (everyTrickFirst && household < all.length) {
      return all[(int) household];
    }
    int i = 0;
    while (point >= weights[i]) {
      point -= weights[i++];
    }
    return all[i];
  }
}
