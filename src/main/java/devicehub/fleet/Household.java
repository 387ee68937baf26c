package devicehub.fleet;

import java.util.ArrayList;
import java.util.List;

/**
 * The few people, phones and records that one {@link Trick} needs. No truth reaches beyond its
 * household, so a fleet of any size can be made one household at a time.
 */
final class Household {
  final long number;
  final Trick trick;
  final List<Person> people = new ArrayList<>(4);
  final List<EnrollmentRow> enrollments = new ArrayList<>(4);
  final List<MailRow> mail = new ArrayList<>(4);

  private Household(long number, Trick trick) {
    this.number = number;
    this.trick = trick;
  }

  /** Makes a household; the same plan and number always make the same one. */
  static Household of(FleetPlan plan, long number) {
    Dice dice = Dice.of(plan.seed(), number);
    Household household = new Household(number, plan.mix().trick(dice, number));
    household.trick.script.play(new Scene(household, dice, plan.asOf().getEpochSecond()));
    return household;
  }
}
