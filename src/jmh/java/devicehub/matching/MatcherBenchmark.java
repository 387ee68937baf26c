package devicehub.matching;

import devicehub.decision.StandingDecisions;
import devicehub.device.DeviceRecord;
import devicehub.directory.Directory;
import devicehub.fleet.ExportStyle;
import devicehub.fleet.FleetPlan;
import devicehub.fleet.FleetWriter;
import devicehub.fleet.Mix;
import devicehub.format.FormatSpec;
import devicehub.format.RowReaders;
import devicehub.intake.DateReader;
import devicehub.intake.FeedRole;
import devicehub.intake.FeedSpec;
import devicehub.intake.Field;
import devicehub.intake.FieldMap;
import devicehub.intake.HardwareReader;
import devicehub.intake.RowIntake;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The matcher alone, on records that are read already: time to decide all pairs. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgs = "-Xmx3g")
public class MatcherBenchmark {
  @Param({"10000", "100000", "1000000"})
  private int people;

  private List<DeviceRecord> enrollments = List.of();
  private List<DeviceRecord> mails = List.of();
  private final Matcher matcher = new Matcher(book());

  private interface Content {
    void to(ByteArrayOutputStream out) throws IOException;
  }

  @Setup
  public void read() throws IOException {
    FleetWriter fleet =
        new FleetWriter(
            new FleetPlan(7, people, Instant.parse("2026-01-23T12:00:00Z"), Mix.settled()));
    HardwareReader hardware = new HardwareReader();
    enrollments = records(ENROLLED, fleet::intuneCsv, hardware);
    mails = records(MAILED, out -> fleet.exchangeCsv(ExportStyle.plain(), out), hardware);
  }

  private static List<DeviceRecord> records(FeedSpec feed, Content csv, HardwareReader hardware)
      throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    csv.to(bytes);
    RowIntake intake = new RowIntake(feed, hardware).from(feed.name());
    RowReaders.of(FormatSpec.csv(), feed.fields().allColumns())
        .read(feed.name(), new ByteArrayInputStream(bytes.toByteArray()), intake);
    return intake.recordsByKey();
  }

  @Benchmark
  public int match() {
    return matcher
        .match(enrollments, mails, Directory.empty(), StandingDecisions.none())
        .merges()
        .size();
  }

  private static RuleBook book() {
    List<Condition> same =
        List.of(
            Condition.SAME_OWNER,
            Condition.SAME_MANUFACTURER,
            Condition.SAME_FORM_FACTOR,
            Condition.SAME_PLATFORM);
    return new RuleBook(
        "benchmark",
        List.of(
            new Rule(
                "exact-id",
                List.of(Condition.SAME_ID),
                List.of(),
                List.of(
                    Condition.SAME_OWNER,
                    Condition.SAME_MANUFACTURER,
                    Condition.SAME_PLATFORM,
                    Condition.SAME_FORM_FACTOR,
                    Condition.SAME_MODEL),
                List.of(),
                ""),
            new Rule(
                "owner-hardware",
                same,
                List.of(),
                List.of(Condition.SAME_MODEL),
                List.of(Condition.SAME_MODEL, Condition.SAME_OS_VERSION),
                ""),
            new Rule(
                "owner-platform",
                List.of(Condition.SAME_OWNER, Condition.SAME_PLATFORM, Condition.HARDWARE_HIDDEN),
                List.of(),
                List.of(),
                List.of(),
                "")),
        RuleBook.Settings.DEFAULT);
  }

  private static final FeedSpec ENROLLED =
      feed(
          "intune",
          FeedRole.ENROLLMENT,
          Map.ofEntries(
              Map.entry(Field.ID, List.of("Device ID")),
              Map.entry(Field.SERIAL, List.of("Serial number")),
              Map.entry(Field.IMEI, List.of("IMEI")),
              Map.entry(Field.EAS_ID, List.of("EAS activation ID")),
              Map.entry(Field.OWNER, List.of("Primary user email address", "Primary user UPN")),
              Map.entry(Field.MANUFACTURER, List.of("Manufacturer")),
              Map.entry(Field.MODEL, List.of("Model")),
              Map.entry(Field.OS_VERSION, List.of("OS version"))));

  private static final FeedSpec MAILED =
      feed(
          "exchange",
          FeedRole.MAIL,
          Map.ofEntries(
              Map.entry(Field.EAS_ID, List.of("DeviceID")),
              Map.entry(Field.MAILBOX, List.of("PrimarySMTPAddress")),
              Map.entry(Field.OWNER, List.of("PrimarySMTPAddress")),
              Map.entry(Field.IMEI, List.of("DeviceImei")),
              Map.entry(Field.MODEL, List.of("DeviceModel")),
              Map.entry(Field.DEVICE_TYPE, List.of("DeviceType")),
              Map.entry(Field.OS, List.of("DeviceOS")),
              Map.entry(Field.USER_AGENT, List.of("DeviceUserAgent")),
              Map.entry(Field.CLIENT_TYPE, List.of("ClientType")),
              Map.entry(Field.LAST_SEEN, List.of("LastSuccessSync"))));

  private static FeedSpec feed(String name, FeedRole role, Map<Field, List<String>> columns) {
    return new FeedSpec(
        name,
        role,
        name,
        new FieldMap(columns),
        new DateReader(ZoneOffset.UTC, DateReader.Order.MONTH_FIRST),
        Set.of(),
        Set.of(),
        Set.of(),
        Set.of());
  }
}
