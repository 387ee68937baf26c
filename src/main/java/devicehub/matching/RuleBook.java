package devicehub.matching;

import java.util.List;

/**
 * The ordered rules, and the settings they share. What no rule decides is referred to people: the
 * rule book's last line, {@code otherwise}, says so.
 *
 * @param version names this book in the decisions made by it
 */
public record RuleBook(String version, List<Rule> rules, Settings settings) {
  public RuleBook {
    rules = List.copyOf(rules);
  }

  /**
   * Thresholds of the matcher.
   *
   * @param staleDays days without a sync after which a partnership counts as left behind, if
   *     another of the same client lives on
   * @param sharedIdOwners an identifier seen with this many owners identifies nothing
   * @param crowd an owner with more records than this on one side is no single person
   * @param candidatesListed how many candidates an exception lists
   */
  public record Settings(int staleDays, int sharedIdOwners, int crowd, int candidatesListed) {
    public static final Settings DEFAULT = new Settings(30, 3, 256, 20);
  }
}
