package devicehub.config;

import devicehub.matching.Condition;
import devicehub.matching.Rule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reads one rule of the rule book; empty, and a problem, where it cannot stand. */
final class RuleEntry {
  private static final List<String> KEYS =
      List.of("rule", "when", "when-known", "veto", "tie-break", "because");
  private static final List<String> CONDITIONS =
      Arrays.stream(Condition.values()).map(Condition::label).toList();

  private final YamlMap entry;
  private boolean sound = true;

  private RuleEntry(YamlMap entry) {
    this.entry = entry;
  }

  static Optional<Rule> read(YamlMap entry) {
    return new RuleEntry(entry).rule();
  }

  private Optional<Rule> rule() {
    entry.allowOnly(KEYS);
    String name = entry.text("rule").orElse("");
    if (!name.matches("[a-z][a-z0-9-]*")) {
      flaw("rule", "a rule begins with '- rule: name', of small letters, digits and dashes");
    }
    if (entry.text("because").isEmpty()) {
      flaw("because", "'because' is missing: say to people why this rule is enough");
    }
    Rule rule =
        new Rule(
            name,
            conditions("when"),
            conditions("when-known"),
            conditions("veto"),
            conditions("tie-break"),
            entry.text("because").orElse(""));
    if (sound && rule.when().isEmpty()) {
      flaw("when", "'when' is empty: this rule would merge anything with anything");
    } else if (sound && !rule.byId() && !rule.when().contains(Condition.SAME_OWNER)) {
      flaw(
          "when",
          "'when' needs same-id or same-owner: without either, every device is a candidate for"
              + " every record");
    } else if (sound && rule.byId() && !rule.tieBreak().isEmpty()) {
      flaw(
          "tie-break",
          "'tie-break' does nothing beside same-id: where one id fits two, people decide");
    }
    return sound ? Optional.of(rule) : Optional.empty();
  }

  private List<Condition> conditions(String key) {
    List<Condition> conditions = new ArrayList<>();
    for (Yaml item : entry.get(key).map(Yaml::items).orElseGet(List::of)) {
      Optional<String> label = item.text(key);
      Optional<Condition> condition = label.flatMap(Condition::of);
      if (condition.isEmpty()) {
        label.ifPresent(
            text ->
                item.problem("unknown condition '" + text + "'" + Nearest.hint(text, CONDITIONS)));
        sound = false;
      } else if (conditions.contains(condition.get())) {
        item.problem("'" + condition.get().label() + "' stands twice in '" + key + "'");
        sound = false;
      } else {
        conditions.add(condition.get());
      }
    }
    return conditions;
  }

  private void flaw(String key, String message) {
    entry.problem(key, message);
    sound = false;
  }
}
