package devicehub.report;

import static org.assertj.core.api.Assertions.assertThat;

import devicehub.decision.CycleSummary;
import devicehub.decision.Outcome;
import devicehub.decision.Reason;
import devicehub.decision.Tally;
import devicehub.device.DeviceRecord;
import devicehub.device.Lifecycle;
import devicehub.device.OwnerClaim;
import devicehub.device.Person;
import devicehub.directory.Directory;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Devices and exceptions by user, as MaaS360's Device Exceptions report counts them. */
final class UsersTest {
  private static final String JANE = "jane.doe@acme.example";

  private final DeviceRecord phone =
      Sample.enrollment("ApplD8DTH6RCIH86", JANE, "Apple", "iPhone 15");
  private final DeviceRecord tablet = Sample.enrollment("ApplF17LTTCGFFG8", JANE, "Apple", "iPad");
  private final DeviceRecord mail = Sample.mail("JUQGGDFCDD29", JANE, "Apple", "iPhone15C4");
  private final DeviceRecord outlook = Sample.mail("6F24CAD599A5", JANE, "", "");
  private final DeviceRecord olasMail =
      Sample.mail("SEC1A2B3C4D5", "ola@acme.example", "samsung", "S24");

  @Test
  void aUserWithAnExceptionIsListedWithTheUsersDevices() {
    assertThat(
            users(List.of(phone, tablet), List.of(mail, outlook, olasMail), phoneMerged(), outlook))
        .containsExactly(new UserCounts("jane.doe", JANE, 1, 2, 1));
  }

  @Test
  void usersWithoutAnExceptionAreNotListed() {
    assertThat(users(List.of(phone), List.of(mail), phoneMerged())).isEmpty();
  }

  @Test
  void addressesAreOneWhateverTheirCase() {
    DeviceRecord shouted =
        Sample.mail("1189AFA63C98", JANE.toUpperCase(Locale.ROOT), "Apple", "iPhone15C4");

    assertThat(users(List.of(phone), List.of(mail, shouted), List.of(), mail, shouted))
        .containsExactly(new UserCounts("jane.doe", JANE, 2, 1, 2));
  }

  @Test
  void theDirectoryBringsTheNamesOfOnePersonTogether() {
    Person jane =
        new Person(
            JANE,
            "Jane Doe",
            List.of(
                OwnerClaim.of(JANE),
                OwnerClaim.of("jd@acme.example"),
                OwnerClaim.of("ACME\\jdoe"),
                OwnerClaim.of("CN=Jane Doe/OU=Sales/O=Acme")),
            false);
    DeviceRecord traveler = owned(outlook, "Jane Doe/Sales/Acme");
    DeviceRecord alias = owned(mail, "jd@acme.example");
    DeviceRecord login = owned(tablet, "acme.example\\JDoe");

    assertThat(
            Users.of(
                data(
                    List.of(phone, login),
                    List.of(traveler, alias),
                    Directory.of(List.of(jane)),
                    List.of(),
                    0,
                    traveler,
                    alias)))
        .containsExactly(new UserCounts("ACME\\jdoe", JANE, 2, 2, 2));
  }

  @Test
  void withoutADirectoryANotesNameStandsForItself() {
    DeviceRecord traveler = owned(outlook, "CN=Jane Doe/OU=Sales/O=Acme");

    assertThat(users(List.of(phone), List.of(traveler), List.of(), traveler))
        .containsExactly(new UserCounts("CN=Jane Doe/OU=Sales/O=Acme", "", 1, 0, 1));
  }

  @Test
  void recordsThatNameNobodyShareOneRow() {
    DeviceRecord nobodys = Sample.with(outlook, Lifecycle.ACTIVE, List.of());
    DeviceRecord anothers = Sample.with(olasMail, Lifecycle.ACTIVE, List.of());

    assertThat(users(List.of(phone), List.of(nobodys, anothers), List.of(), nobodys, anothers))
        .containsExactly(new UserCounts("", "", 2, 0, 2));
  }

  @Test
  void excludedMailRecordsAreStillBulkDevices() {
    DeviceRecord excluded = Sample.mail("1189AFA63C98", JANE, "Apple", "iPhone15C4");

    assertThat(
            Users.of(
                data(
                    List.of(phone),
                    List.of(mail, outlook, excluded),
                    Directory.empty(),
                    phoneMerged(),
                    1,
                    outlook)))
        .containsExactly(new UserCounts("jane.doe", JANE, 2, 1, 1));
  }

  private List<Outcome.Stood> phoneMerged() {
    return List.of(Sample.stood(phone, mail));
  }

  private static List<UserCounts> users(
      List<DeviceRecord> devices,
      List<DeviceRecord> mails,
      List<Outcome.Stood> merges,
      DeviceRecord... exceptions) {
    return Users.of(data(devices, mails, Directory.empty(), merges, 0, exceptions));
  }

  private static ReportData data(
      List<DeviceRecord> devices,
      List<DeviceRecord> mails,
      Directory directory,
      List<Outcome.Stood> merges,
      int excluded,
      DeviceRecord... exceptions) {
    Outcome outcome =
        Sample.outcome(
            merges,
            Stream.of(exceptions)
                .map(record -> Sample.referral(record, Reason.AMBIGUOUS_ATTRIBUTES))
                .map(Sample::referred)
                .toList());
    CycleSummary s = outcome.summary();
    Tally tally = new Tally(devices.size(), mails.size(), devices.size(), 0, 0, 0, excluded);
    CycleSummary counted =
        new CycleSummary(
            s.startedAt(), 1, true, 0, 0, 0, 0, 0, 0, s.mergedTotal(), s.exceptions(), tally);
    return new ReportData(
        new Outcome(
            counted,
            outcome.merges(),
            outcome.carried(),
            outcome.exceptions(),
            new Outcome.Fleet(devices, mails),
            outcome.audit(),
            outcome.waiting(),
            outcome.held()),
        directory,
        List.of(),
        List.of());
  }

  private static DeviceRecord owned(DeviceRecord record, String owner) {
    return Sample.with(record, record.lifecycle(), List.of(OwnerClaim.of(owner)));
  }
}
