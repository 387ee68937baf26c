package devicehub.config;

import static org.assertj.core.api.Assertions.assertThat;

import devicehub.matching.Condition;
import devicehub.matching.Rule;
import devicehub.matching.RuleBook;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RulesFileTest {
  @TempDir Path temp;
  ConfigFolder folder;

  @BeforeEach
  void folder() {
    folder = new ConfigFolder(temp);
  }

  @Test
  void theShippedBookIsTheLadderOfTheReference() {
    RuleBook book = RulesFile.read(Path.of("config", "rules.yaml"));

    assertThat(book.rules().stream().map(Rule::name))
        .containsExactly("exact-id", "owner-hardware", "owner-platform");
    assertThat(book.rules().get(1).when())
        .containsExactly(
            Condition.SAME_OWNER,
            Condition.SAME_MANUFACTURER,
            Condition.SAME_FORM_FACTOR,
            Condition.SAME_PLATFORM);
    assertThat(book.settings()).isEqualTo(RuleBook.Settings.DEFAULT);
    assertThat(book.version()).isEqualTo("standard-2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"rules.yaml", "rules-strict.yaml", "rules-lenient.yaml"})
  void noShippedBookMergesWhereModelOrMakerContradict(String name) {
    for (Rule rule : RulesFile.read(Path.of("config", name)).rules()) {
      assertThat(rule.veto()).as(rule.name()).contains(Condition.SAME_MODEL);
    }
  }

  @Test
  void everyPartOfARuleIsRead() {
    folder.write(
        "rules.yaml",
        """
        version: mine-7
        settings: {stale-days: 14, shared-id-owners: 2, crowd: 50, candidates-listed: 5}
        rules:
          - rule: by-owner
            when: same-owner
            when-known: [same-platform]
            veto: [same-model, same-manufacturer]
            tie-break: [same-os-version]
            because: Enough for us.
          - otherwise: refer
        """);

    assertThat(folder.load().ruleBook())
        .isEqualTo(
            new RuleBook(
                "mine-7",
                List.of(
                    new Rule(
                        "by-owner",
                        List.of(Condition.SAME_OWNER),
                        List.of(Condition.SAME_PLATFORM),
                        List.of(Condition.SAME_MODEL, Condition.SAME_MANUFACTURER),
                        List.of(Condition.SAME_OS_VERSION),
                        "Enough for us.")),
                new RuleBook.Settings(14, 2, 50, 5)));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          rule: a, when: [same-onwer], because: b         | 3: unknown condition 'same-onwer'; did you mean 'same-owner'?
          rule: a, when: [colour], because: b             | 3: unknown condition 'colour'; known: same-id, same-owner, same-manufacturer, same-form-factor, same-platform, same-model, same-os-version, hardware-hidden
          rule: a, when: [same-id, same-id], because: b   | 3: 'same-id' stands twice in 'when'
          rule: a, when: [[same-id]], because: b          | 3: 'when' must be one value, not a list
          rule: a, when: [], because: b                   | 3: 'when' is empty: this rule would merge anything with anything
          rule: a, because: b                             | 3: 'when' is empty: this rule would merge anything with anything
          rule: a, when: [same-model], because: b         | 3: 'when' needs same-id or same-owner: without either, every device is a candidate for every record
          rule: a, when: [same-id], tie-break: [same-model], because: b | 3: 'tie-break' does nothing beside same-id: where one id fits two, people decide
          rule: a, when: [same-id]                        | 3: 'because' is missing: say to people why this rule is enough
          rule: A b, when: [same-id], because: b          | 3: a rule begins with '- rule: name', of small letters, digits and dashes
          when: [same-id], because: b                     | 3: a rule begins with '- rule: name', of small letters, digits and dashes
          rule: a, whne: [same-id], because: b            | 3: 'when' is empty: this rule would merge anything with anything; 3: unknown key 'whne'; did you mean 'when'?
          """)
  void aRuleThatCannotStandIsTold(String rule, String problems) {
    folder.write("rules.yaml", "version: v1\nrules:\n  - {" + rule + "}\n  - otherwise: refer\n");

    assertThat(folder.problems())
        .containsExactlyElementsOf(
            java.util.Arrays.stream(problems.split("; (?=\\d+:)"))
                .map(line -> "rules.yaml:" + line)
                .toList());
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          rules: [{otherwise: refer}]                         | rules.yaml:1: 'version' is missing: it names this rule book in decisions
          version: v1                                         | rules.yaml:1: the last rule must be '- otherwise: refer'
          version: v1\\nrules:                                | rules.yaml:2: the last rule must be '- otherwise: refer'
          version: v1\\nrules: [{otherwise: merge}]           | rules.yaml:2: 'otherwise' knows only 'refer': people decide the rest
          version: v1\\nrules:\\n- otherwise: refer\\n- {rule: a, when: [same-id], because: b} | rules.yaml:3: 'otherwise' must be the last rule: nothing after it speaks
          version: v1\\nversion: v2\\nrules: [{otherwise: refer}] | rules.yaml:2: 'version' stands here twice, first in line 1
          version: v1\\nruels: [{otherwise: refer}]           | rules.yaml:1: the last rule must be '- otherwise: refer'~rules.yaml:2: unknown key 'ruels'; did you mean 'rules'?
          version: v1\\nsettings: {stale-days: soon}\\nrules: [{otherwise: refer}] | rules.yaml:2: 'stale-days' is 'soon', but must be a whole number from 1 to 3650
          version: v1\\nsettings: {stale-day: 3}\\nrules: [{otherwise: refer}] | rules.yaml:2: unknown key 'stale-day'; did you mean 'stale-days'?
          version: v1\\nsettings: {crowd: }\\nrules: [{otherwise: refer}] | rules.yaml:2: 'crowd' is '', but must be a whole number from 1 to 100000
          version: v1\\nrules: {exact-id: {when: [same-id]}} | rules.yaml:2: 'rules' must be a list, each rule beginning with '- rule: name'
          version: v1\\nrules: [exact-id, otherwise: refer] | rules.yaml:2: 'a rule' must hold 'name: value' lines, not a single value
          version: v1\\nsettings: 3\\nrules: [{otherwise: refer}] | rules.yaml:2: 'settings' must hold 'name: value' lines, not a single value
          version: [v1\\nrules:                               | rules.yaml:2: is no YAML: expected ',' or ']', but got :
          - otherwise: refer                                  | rules.yaml:1: 'the file' must hold 'name: value' lines, not a list
          """)
  void aBookThatCannotStandIsTold(String text, String problems) {
    folder.write("rules.yaml", text.replace("\\n", "\n"));

    assertThat(folder.problems()).contains(problems.split("~"));
  }

  @Test
  void anEmptyAndAMissingBookAreTold() {
    folder.write("rules.yaml", "# nothing yet\n");
    assertThat(folder.problems()).containsExactly("rules.yaml: is empty");

    folder.write("hub.properties", "rules.file=other.yaml\n");
    assertThat(folder.problems())
        .containsExactly("other.yaml: is missing in " + temp.toAbsolutePath());
  }

  @Test
  void noRuleTakesTheNameOfPeople() {
    folder.write(
        "rules.yaml",
        """
        version: v1
        rules:
          - {rule: reviewer, when: [same-id], because: b}
          - otherwise: refer
        """);

    assertThat(folder.problems())
        .containsExactly("rules.yaml:3: no rule may be named 'reviewer': reports name people so");
  }

  @Test
  void aRuleNamedTwiceIsTold() {
    folder.write(
        "rules.yaml",
        """
        version: v1
        rules:
          - {rule: a, when: [same-id], because: b}
          - {rule: a, when: [same-owner], because: b}
          - otherwise: refer
        """);

    assertThat(folder.problems())
        .containsExactly("rules.yaml:4: rule 'a' was already named in line 3");
  }

  @Test
  void aNameIsTakenByARuleThatCannotStandTooSoThatAllIsToldAtOnce() {
    folder.write(
        "rules.yaml",
        """
        version: v1
        rules:
          - {rule: a, when: [same-onwer], because: b}
          - {rule: a, when: [same-owner], because: b}
          - otherwise: refer
        """);

    assertThat(folder.problems())
        .containsExactly(
            "rules.yaml:3: unknown condition 'same-onwer'; did you mean 'same-owner'?",
            "rules.yaml:4: rule 'a' was already named in line 3");
  }

  @ParameterizedTest(name = "{0} then {1}: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          when: [same-id]                                | when: [same-id, same-owner]                     | never
          when: [same-id]                                | when: [same-id], veto: [same-owner]             | never
          when: [same-id], veto: [same-owner]            | when: [same-id]                                 | speaks
          when: [same-owner]                             | when: [same-owner]                              | never
          when: [same-owner], veto: [same-model]         | when: [same-owner, same-model]                  | never
          when: [same-owner], when-known: [same-model]   | when: [same-owner], veto: [same-model]          | never
          when: [same-owner]                             | when: [same-owner, same-platform]               | speaks
          when: [same-owner]                             | when: [same-owner], tie-break: [same-model]     | speaks
          when: [same-owner]                             | when: [same-owner, same-id]                     | speaks
          """)
  void aRuleThatCanNeverSpeakIsTold(String first, String second, String outcome) {
    folder.write(
        "rules.yaml",
        "version: v1\nrules:\n  - {rule: a, because: c, "
            + first
            + "}\n  - {rule: b, because: c, "
            + second
            + "}\n  - otherwise: refer\n");

    assertThat(folder.problems())
        .isEqualTo(
            outcome.equals("speaks")
                ? List.of()
                : List.of(
                    "rules.yaml:4: rule 'b' can never speak: whatever it would merge, 'a' decides"
                        + " before it"));
  }
}
