package devicehub.report;

import devicehub.decision.Answer;
import devicehub.decision.Authority;
import devicehub.decision.Candidate;
import devicehub.decision.CycleSummary;
import devicehub.decision.ExceptionChange;
import devicehub.decision.ExceptionChange.Event;
import devicehub.decision.Finding;
import devicehub.decision.Merge;
import devicehub.decision.OpenException;
import devicehub.decision.Outcome;
import devicehub.decision.Reason;
import devicehub.decision.Referral;
import devicehub.decision.Tally;
import devicehub.device.DeviceModel;
import devicehub.device.DeviceRecord;
import devicehub.device.EasDeviceId;
import devicehub.device.FormFactor;
import devicehub.device.Hardware;
import devicehub.device.Lifecycle;
import devicehub.device.MailClient;
import devicehub.device.Manufacturer;
import devicehub.device.OsVersion;
import devicehub.device.OwnerClaim;
import devicehub.device.Platform;
import devicehub.device.RecordKey;
import devicehub.device.Side;
import devicehub.directory.Directory;
import devicehub.intake.FeedRole;
import devicehub.inventory.Counts;
import devicehub.inventory.RowProblem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A small company's records, and cycles about them, to report on. */
final class Sample {
  static final Instant MATCHED = Instant.parse("2026-11-23T14:02:35.678Z");
  static final Instant OPENED = Instant.parse("2026-11-21T08:00:00Z");

  private Sample() {}

  static DeviceRecord enrollment(String id, String owner, String maker, String model) {
    return record(new RecordKey("maas360", id), Side.ENROLLMENT, id, owner, maker, model);
  }

  static DeviceRecord mail(String id, String owner, String maker, String model) {
    RecordKey key = new RecordKey("exchange", owner + "/" + id);
    return record(key, Side.MAIL, id, owner, maker, model);
  }

  private static DeviceRecord record(
      RecordKey key, Side side, String id, String owner, String maker, String model) {
    boolean apple = maker.startsWith("Apple");
    boolean hidden = maker.isEmpty();
    Manufacturer manufacturer = Manufacturer.of(maker);
    return new DeviceRecord(
        key,
        side,
        id,
        side == Side.MAIL ? owner : "",
        side == Side.ENROLLMENT
            ? MailClient.UNKNOWN
            : hidden ? MailClient.OUTLOOK : MailClient.NATIVE,
        EasDeviceId.of(id).stream().map(devicehub.device.Identifier.class::cast).toList(),
        owner.isEmpty() ? List.of() : List.of(OwnerClaim.of(owner)),
        hidden
            ? Hardware.UNKNOWN
            : new Hardware(
                manufacturer,
                DeviceModel.of(manufacturer, model),
                apple ? Platform.IOS : Platform.ANDROID,
                FormFactor.SMARTPHONE,
                OsVersion.of("17.2")),
        Lifecycle.ACTIVE,
        Instant.parse("2026-11-20T06:30:12Z").toEpochMilli(),
        DeviceRecord.NEVER,
        List.of());
  }

  static DeviceRecord with(DeviceRecord r, Lifecycle lifecycle, List<OwnerClaim> owners) {
    return new DeviceRecord(
        r.key(),
        r.side(),
        r.deviceId(),
        r.mailbox(),
        r.client(),
        r.identifiers(),
        owners,
        r.hardware(),
        lifecycle,
        r.lastSeenMillis(),
        r.enrolledMillis(),
        r.remarks());
  }

  static Outcome.Stood stood(DeviceRecord enrollment, DeviceRecord mail) {
    Merge merge = new Merge(enrollment, mail, "exact-id", Authority.RULE);
    return new Outcome.Stood(merge, OPENED);
  }

  static Referral referral(DeviceRecord record, Reason reason, DeviceRecord... candidates) {
    List<Candidate> listed = new ArrayList<>();
    for (DeviceRecord candidate : candidates) {
      listed.add(candidate(candidate, record));
    }
    return new Referral(
        record,
        reason,
        List.of(
            candidates.length == 0
                ? "Nothing is enrolled for " + record.owner() + "."
                : candidates.length + " enrolments fit equally by the rules."),
        listed,
        listed.size(),
        "Merge by hand with the right candidate; retiring an enrolment that is no longer used"
            + " settles it for good.");
  }

  private static Candidate candidate(DeviceRecord enrollment, DeviceRecord mail) {
    Hardware device = enrollment.hardware();
    Hardware seen = mail.hardware();
    String maker = device.manufacturer().name();
    String otherMaker = seen.manufacturer().name();
    return new Candidate(
        enrollment.key(),
        (maker + " " + device.model().name()).strip(),
        otherMaker.isEmpty() ? 63 : 48,
        List.of(
            new Finding("same-id", Answer.NO, enrollment.deviceId(), mail.deviceId()),
            new Finding("same-owner", Answer.YES, enrollment.owner(), mail.owner()),
            new Finding(
                "same-manufacturer",
                otherMaker.isEmpty()
                    ? Answer.UNKNOWN
                    : maker.equals(otherMaker) ? Answer.YES : Answer.NO,
                maker,
                otherMaker),
            new Finding("same-form-factor", Answer.YES, device.formFactor().name(), "SMARTPHONE"),
            new Finding(
                "same-platform",
                Answer.UNKNOWN,
                device.platform().name(),
                Words.known(seen.platform())),
            new Finding("same-model", Answer.UNKNOWN, device.model().name(), seen.model().name()),
            new Finding("same-os-version", Answer.UNKNOWN, device.osVersion().toString(), "")));
  }

  static Outcome.Referred referred(Referral referral) {
    return new Outcome.Referred(referral, OpenException.opened(referral, 1, OPENED));
  }

  static ExceptionChange opened(Referral referral) {
    return new ExceptionChange(
        Event.OPENED, OpenException.opened(referral, 1, OPENED), Optional.of(referral));
  }

  static Outcome outcome(List<Outcome.Stood> merges, List<Outcome.Referred> exceptions) {
    Map<Reason, Integer> byReason = new EnumMap<>(Reason.class);
    exceptions.forEach(e -> byReason.merge(e.referral().reason(), 1, Integer::sum));
    int mails = merges.size() + exceptions.size();
    return new Outcome(
        new CycleSummary(
            MATCHED,
            412,
            true,
            merges.size(),
            1,
            exceptions.size(),
            2,
            3,
            4,
            merges.size(),
            byReason,
            new Tally(merges.size() + 9, mails, merges.size() + 7, 2, 0, 7, 0)),
        merges,
        exceptions);
  }

  static byte[] exceptionsJson(Outcome outcome) throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    new CarriedRows(new ExceptionLines(outcome.summary().startedAt(), outcome.exceptions()))
        .write(file);
    return file.toByteArray();
  }

  static ReportData data(Outcome outcome) {
    return new ReportData(outcome, Directory.empty(), feeds(), List.of(problem("no device id")));
  }

  static RowProblem problem(String value) {
    return new RowProblem("exchange", "MobileDevices.csv", 17, "has no device id", value);
  }

  static List<FeedReport> feeds() {
    return List.of(
        new FeedReport(
            "exchange",
            FeedRole.MAIL,
            "in force",
            Optional.of(Instant.parse("2026-11-23T13:58:02Z")),
            List.of("MobileDevices.csv"),
            new Counts(212, 203, 1, 2, 6, 0),
            ""),
        new FeedReport(
            "maas360",
            FeedRole.ENROLLMENT,
            "held",
            Optional.of(Instant.parse("2026-11-23T14:00:00Z")),
            List.of("https://services.example/devices?page=1"),
            new Counts(120, 0, 0, 0, 0, 120),
            "120 devices are 41 % fewer than usual; release or discard the snapshot."),
        new FeedReport(
            "people",
            FeedRole.DIRECTORY,
            "no data yet",
            Optional.empty(),
            List.of(),
            Counts.NONE,
            ""));
  }

  /** A company with one exception of each reason, and two merged pairs. */
  static ReportData company() {
    List<Outcome.Stood> merges =
        List.of(
            stood(
                enrollment("ApplD8DTH6RCIH86", "jane.doe@acme.example", "Apple", "iPhone 15"),
                mail("JUQGGDFCDD29R3H003TJA63E10", "jane.doe@acme.example", "Apple", "iPhone15C4")),
            stood(
                enrollment("Androidf32e71a6721a886c", "ola@acme.example", "samsung", "SM-S921B"),
                mail("SEC1A2B3C4D5E6F7", "ola@acme.example", "samsung", "SM-S921B")));
    List<Outcome.Referred> exceptions = new ArrayList<>();
    for (Reason reason : Reason.values()) {
      String owner = reason.name().toLowerCase(java.util.Locale.ROOT) + "@acme.example";
      String maker = reason == Reason.AMBIGUOUS_ATTRIBUTES ? "" : "Apple";
      DeviceRecord record =
          mail(
              "DEV" + "0123456789ABCDEF0123".substring(reason.ordinal()),
              owner,
              maker,
              "iPhone14C2");
      DeviceRecord one =
          enrollment("ApplF17LTTCGFFG" + reason.ordinal(), owner, "Apple", "iPhone 13");
      DeviceRecord two = enrollment("Android99aa" + reason.ordinal(), owner, "samsung", "SM-X710");
      boolean lonely = reason == Reason.NO_OWNER || reason == Reason.OWNER_HAS_NO_ENROLLMENT;
      exceptions.add(
          referred(lonely ? referral(record, reason) : referral(record, reason, one, two)));
    }
    return data(outcome(merges, exceptions));
  }
}
