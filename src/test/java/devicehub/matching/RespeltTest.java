package devicehub.matching;

import static devicehub.matching.Records.enrolled;
import static devicehub.matching.Records.mail;
import static org.assertj.core.api.Assertions.assertThat;

import devicehub.decision.Outcome;
import devicehub.decision.ReviewerDecision.Kind;
import devicehub.device.DeviceRecord;
import devicehub.device.OwnerClaim;
import devicehub.device.Person;
import devicehub.device.RecordKey;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What people decided of a mailbox holds when the mailbox gets another address. */
class RespeltTest {
  private static final CycleGuard.Limits NEVER_HELD =
      new CycleGuard.Limits(100, 1_000_000, 100, 1_000_000, 100, 1_000_000);
  private static final String OLD = "jane.roe@x.example/CLIENT1";
  private static final String NEW = "jane.doe@x.example/client1";

  private static final Person JANE =
      person("jane.doe@x.example", "jane.roe@x.example", "jd@x.example");
  private static final Person RICK = person("rick@x.example");

  private final Twins twins = new Twins(MatcherTest.STANDARD, NEVER_HELD, 100);

  private static Person person(String... addresses) {
    return new Person(
        addresses[0], addresses[0], Stream.of(addresses).map(OwnerClaim::of).toList(), false);
  }

  private void enrolledAre(Records... records) {
    twins.bring(
        "mdm", Stream.of(records).map(Records::done).toList(), List.of(JANE, RICK), Duration.ZERO);
  }

  private static Records phone(String name, String owner) {
    return enrolled(name).of(owner).is("Apple", "iPhone14,2");
  }

  private static Records read(String key) {
    return mail(key)
        .of(key.substring(0, key.indexOf('/')))
        .is("", "iPhone14C2")
        .eas(key.substring(key.indexOf('/') + 1));
  }

  private void mailsAre(Duration grace, Records... records) {
    List<DeviceRecord> done = Stream.of(records).map(Records::done).toList();
    twins.bring("exchange", done, List.of(), grace);
  }

  private void decide(Kind kind, Optional<String> enrollment) {
    twins.decide(
        kind, new RecordKey("exchange", OLD), enrollment.map(name -> new RecordKey("mdm", name)));
  }

  private static List<String> merges(Outcome outcome) {
    return outcome.merges().stream()
        .map(stood -> stood.merge())
        .map(
            merge ->
                merge.mail().key().id() + " " + merge.enrollment().key().id() + " " + merge.rule())
        .toList();
  }

  @Test
  void whoIsExcludedStaysSo() {
    enrolledAre(phone("e", "jane.doe@x.example"));
    mailsAre(Duration.ZERO, read(OLD));
    decide(Kind.EXCLUDE, Optional.empty());
    assertThat(merges(twins.cycle("old"))).isEmpty();
    mailsAre(Duration.ofDays(2), read(NEW));
    assertThat(merges(twins.cycle("both, one of which counts on"))).isEmpty();
    mailsAre(Duration.ZERO, read(NEW));
    assertThat(merges(twins.cycle("new"))).isEmpty();
    assertThat(twins.cycle("idle").summary().changed()).isFalse();
    twins.decide(Kind.RESTORE, new RecordKey("exchange", NEW), Optional.empty());
    assertThat(merges(twins.cycle("restored"))).containsExactly(NEW + " e owner-hardware");
  }

  @Test
  void whatWasMergedByHandStaysSo() {
    enrolledAre(phone("one", "jane.doe@x.example"), phone("two", "jane.doe@x.example"));
    mailsAre(Duration.ZERO, read(OLD));
    assertThat(merges(twins.cycle("ambiguous"))).isEmpty();
    decide(Kind.MERGE, Optional.of("two"));
    assertThat(merges(twins.cycle("old"))).containsExactly(OLD + " two reviewer");
    mailsAre(Duration.ZERO, read(NEW));
    assertThat(merges(twins.cycle("new"))).containsExactly(NEW + " two reviewer");
  }

  @Test
  void anotherClientOrSomebodyElsesIsNotMeant() {
    enrolledAre(phone("e", "jane.doe@x.example"), phone("r", "rick@x.example"));
    mailsAre(Duration.ZERO, read(OLD));
    decide(Kind.EXCLUDE, Optional.empty());
    twins.cycle("old");
    mailsAre(Duration.ZERO, read("jane.doe@x.example/CLIENT2"), read("rick@x.example/CLIENT1"));
    assertThat(merges(twins.cycle("others")))
        .containsExactlyInAnyOrder(
            "jane.doe@x.example/CLIENT2 e owner-hardware",
            "rick@x.example/CLIENT1 r owner-hardware");
  }

  @Test
  void whileTheNamedOneIsThereNoOtherIsMeant() {
    enrolledAre(phone("e", "jane.doe@x.example"));
    mailsAre(Duration.ZERO, read(OLD), read(NEW));
    decide(Kind.EXCLUDE, Optional.empty());
    assertThat(merges(twins.cycle("both"))).containsExactly(NEW + " e owner-hardware");
  }

  @Test
  void ofTheSameClientInSeveralMailboxesOfHersAllAreMeant() {
    enrolledAre(phone("e", "jane.doe@x.example"));
    mailsAre(Duration.ZERO, read(OLD));
    decide(Kind.EXCLUDE, Optional.empty());
    twins.cycle("old");
    mailsAre(Duration.ZERO, read(NEW), read("jd@x.example/CLIENT1"));
    assertThat(merges(twins.cycle("two"))).isEmpty();
  }
}
