package devicehub.matching;

import devicehub.decision.Merge;
import devicehub.decision.Referral;
import devicehub.decision.ReviewerDecision;
import devicehub.decision.ReviewerDecision.Kind;
import devicehub.decision.StandingDecisions;
import devicehub.device.DeviceRecord;
import devicehub.device.Person;
import devicehub.device.Side;
import devicehub.directory.Directory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Some records, what people decided of them, and what becomes of each. */
abstract class Fates {
  RuleBook rules = MatcherTest.STANDARD;
  final List<DeviceRecord> records = new ArrayList<>();
  final List<ReviewerDecision> decisions = new ArrayList<>();
  final List<Person> people = new ArrayList<>();

  final void given(Records... several) {
    for (Records one : several) {
      records.add(one.done());
    }
  }

  final void decided(Kind kind, int enrollment, int mail) {
    decisions.add(
        new ReviewerDecision(
            decisions.size() + 1L,
            kind,
            records.get(enrollment).key(),
            Optional.of(records.get(mail).key()),
            "Sam",
            "asked the user",
            Instant.EPOCH));
  }

  final Matching match() {
    return new Matcher(rules)
        .match(
            records.stream().filter(r -> r.side() == Side.ENROLLMENT).toList(),
            records.stream().filter(r -> r.side() == Side.MAIL).toList(),
            Directory.of(people),
            StandingDecisions.of(decisions));
  }

  /** Each mail record's fate: the enrolment and rule it merged by, or the reason it did not. */
  final Map<String, String> fates() {
    Map<String, String> fates = new TreeMap<>();
    Matching matching = match();
    for (Merge merge : matching.merges()) {
      fates.put(merge.mail().key().id(), merge.enrollment().key().id() + " by " + merge.rule());
    }
    for (Referral referral : matching.referrals()) {
      fates.put(referral.record().key().id(), referral.reason().name());
    }
    return fates;
  }

  final void excluded(int record) {
    decisions.add(
        new ReviewerDecision(
            decisions.size() + 1L,
            Kind.EXCLUDE,
            records.get(record).key(),
            Optional.empty(),
            "Sam",
            "lab",
            Instant.EPOCH));
  }
}
