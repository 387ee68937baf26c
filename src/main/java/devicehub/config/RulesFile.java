package devicehub.config;

import devicehub.matching.Rule;
import devicehub.matching.RuleBook;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code config/rules.yaml}: the ordered rules and, as their last line, what becomes of the
 * rest.
 *
 * <pre>
 *   version: standard-1
 *   settings: {stale-days: 30}
 *   rules:
 *     - rule: exact-id
 *       when: [same-id]
 *       veto: [same-owner, same-manufacturer]
 *       because: An identifier of the enrolment is one of the mail record's.
 *     - otherwise: refer
 * </pre>
 */
public final class RulesFile {
  private static final List<String> KEYS = List.of("version", "settings", "rules");

  private final YamlMap root;
  private final Problems problems;
  private final int before;
  private final Map<String, Integer> lineOfName = new HashMap<>();

  private RulesFile(YamlMap root, Problems problems) {
    this.root = root;
    this.problems = problems;
    this.before = problems.count();
  }

  /**
   * The rule book in a file.
   *
   * @throws ConfigException with every problem of the file
   */
  public static RuleBook read(Path file) {
    Problems problems = new Problems();
    Optional<RuleBook> book = read(file, problems);
    problems.throwIfAny();
    return book.orElseThrow();
  }

  static Optional<RuleBook> read(Path file, Problems problems) {
    return Yaml.read(file, problems)
        .flatMap(yaml -> new RulesFile(yaml.map("the file"), problems).book());
  }

  private Optional<RuleBook> book() {
    root.allowOnly(KEYS);
    if (root.text("version").isEmpty()) {
      root.problem("version", "'version' is missing: it names this rule book in decisions");
    }
    RuleBook.Settings settings = settings();
    List<Rule> rules = rules();
    return problems.count() > before
        ? Optional.empty()
        : Optional.of(new RuleBook(root.text("version").orElseThrow(), rules, settings));
  }

  private RuleBook.Settings settings() {
    RuleBook.Settings usual = RuleBook.Settings.DEFAULT;
    @Nullable YamlMap map = root.map("settings").orElse(null);
    if (map == null) {
      return usual;
    }
    map.allowOnly(List.of("stale-days", "shared-id-owners", "crowd", "candidates-listed"));
    return new RuleBook.Settings(
        Numbers.within(map, "stale-days", usual.staleDays(), 1, 3650),
        Numbers.within(map, "shared-id-owners", usual.sharedIdOwners(), 2, 1000),
        Numbers.within(map, "crowd", usual.crowd(), 1, 100_000),
        Numbers.within(map, "candidates-listed", usual.candidatesListed(), 1, 1000));
  }

  private List<Rule> rules() {
    List<Yaml> items = root.get("rules").map(Yaml::items).orElseGet(List::of);
    if (root.get("rules").filter(Yaml::isMapping).isPresent()) {
      root.problemAtKey("rules", "'rules' must be a list, each rule beginning with '- rule: name'");
      return List.of();
    }
    List<Rule> rules = new ArrayList<>();
    boolean ended = false;
    for (Yaml item : items) {
      YamlMap entry = item.map("a rule");
      if (entry.has("otherwise")) {
        otherwise(entry, item == items.get(items.size() - 1));
        ended = true;
      } else if (item.isMapping() || item.isNothing()) {
        boolean first = isNew(entry.text("rule").orElse(""), item.line());
        RuleEntry.read(entry)
            .filter(rule -> first)
            .ifPresent(
                rule -> {
                  Shadow.of(rules, rule).ifPresent(why -> entry.problem("rule", why));
                  rules.add(rule);
                });
      }
    }
    if (!ended) {
      root.problemAtKey("rules", "the last rule must be '- otherwise: refer'");
    }
    return rules;
  }

  private static void otherwise(YamlMap entry, boolean last) {
    entry.allowOnly(List.of("otherwise"));
    if (!last) {
      entry.problemAtKey("otherwise", "'otherwise' must be the last rule: nothing after it speaks");
    }
    if (!entry.text("otherwise").orElse("").equals("refer")) {
      entry.problem("otherwise", "'otherwise' knows only 'refer': people decide the rest");
    }
  }

  /** Asked of rules with flaws of their own as well: all that is wrong is told at once. */
  private boolean isNew(String name, int line) {
    if (name.equals("reviewer")) {
      problems.add(root.file(), line, "no rule may be named 'reviewer': reports name people so");
    }
    @Nullable Integer first = name.isEmpty() ? null : lineOfName.putIfAbsent(name, line);
    if (first != null) {
      problems.add(root.file(), line, "rule '" + name + "' was already named in line " + first);
    }
    return first == null;
  }
}
