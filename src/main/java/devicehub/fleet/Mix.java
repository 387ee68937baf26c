package devicehub.fleet;

import java.util.EnumMap;
import java.util.Map;

/** How often each {@link Trick} comes up. Immutable. */
public final class Mix {
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
