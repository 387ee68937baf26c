package devicehub.intake;

import static org.assertj.core.api.Assertions.assertThat;

import devicehub.device.DeviceRecord;
import devicehub.device.RecordKey;
import devicehub.intake.DateReader.Order;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Kept input is read again: to show a record's row, to keep some rows, to pass erased ones over.
 */
final class RowsAgainTest {
  private static final List<String> COLUMNS =
      List.of("Mailbox", "DeviceID", "Type", "LastSync", "Note");
  private static final String OLD = "1549629133";
  private static final String NEW = "1549629134";

  private static FeedSpec feed;

  private final List<String> passedOn = new ArrayList<>();
  private final RowSink sink =
      new RowSink() {
        @Override
        public void columns(List<String> names) {
          passedOn.add(String.join(",", names));
        }

        @Override
        public void rows(List<? extends Row> batch) {
          batch.forEach(row -> passedOn.add(row.line() + " " + row.cell(1)));
        }

        @Override
        public void unreadable(long line, String reason, String value) {
          passedOn.add(line + " " + reason + " " + value);
        }
      };

  @BeforeEach
  void aFeedOfMail() {
    FieldMap fields =
        new FieldMap(
            Map.of(
                Field.MAILBOX, List.of("mailbox"),
                Field.EAS_ID, List.of("device id"),
                Field.DEVICE_TYPE, List.of("type"),
                Field.LAST_SEEN, List.of("lastsync")));
    feed =
        new FeedSpec(
            "exchange",
            FeedRole.MAIL,
            "exchange",
            fields,
            new DateReader(ZoneId.of("UTC"), Order.UNKNOWN),
            Set.of(),
            Set.of(),
            Set.of(),
            Set.of());
  }

  private static Row row(long line, String mailbox, String device, String seen) {
    return Row.of(line, mailbox, device, "iPhone", seen, "not asked for");
  }

  private static Map<String, String> found(String wanted, Row... rows) {
    RowFinder finder =
        new RowFinder(feed, new HardwareReader(), RecordKey.parse(wanted).orElseThrow());
    finder.rows(List.of(rows));
    assertThat(finder.cells()).as("no row counts before the columns").isEmpty();
    finder.columns(COLUMNS);
    finder.rows(List.of(rows));
    return finder.cells();
  }

  @ParameterizedTest
  @CsvSource({"03/04/2026, true", "tomorrow, true", "Never, false", "1549629133, false"})
  void aTimeThatCannotBeReadIsAnotherThingThanNever(String seen, boolean undecided) {
    RowIntake intake = new RowIntake(feed, new HardwareReader());
    intake.columns(COLUMNS);
    intake.rows(List.of(row(2, "jane@acme.example", "A1", seen)));

    assertThat(intake.records())
        .singleElement()
        .satisfies(
            record -> {
              assertThat(isUndecided(record)).isEqualTo(undecided);
              assertThat(isUndecided(record.remarked("x"))).isEqualTo(undecided);
              assertThat(record.lastSeen().isPresent()).isEqualTo(seen.equals(OLD));
              assertThat(record.remarks().toString().contains("is no date")).isEqualTo(undecided);
            });
  }

  @Test
  void oneRecordToldTwiceAtOnceIsTheSameInEitherOrder() {
    Row phone = Row.of(2, "jane@acme.example", "A1B2C3D4", "iPhone", OLD, "");
    Row tablet = Row.of(3, "Jane@acme.example", "a1b2c3d4", "iPad", OLD, "");
    List<DeviceRecord> first = records(phone, tablet, phone);
    assertThat(first).isEqualTo(records(tablet, phone, tablet));
    assertThat(first).singleElement().matches(r -> r.remarks().contains(SaidTwice.REMARK));
    assertThat(first.get(0).hardware().formFactor().known()).isFalse();
    assertThat(records(phone, phone)).singleElement().matches(r -> r.remarks().isEmpty());
    Row later = Row.of(4, "jane@acme.example", "A1B2C3D4", "iPhone", NEW, "");
    assertThat(records(tablet, later, phone)).isEqualTo(records(later));
  }

  private static List<DeviceRecord> records(Row... rows) {
    RowIntake intake = new RowIntake(feed, new HardwareReader());
    intake.columns(COLUMNS);
    intake.rows(List.of(rows));
    return intake.recordsByKey();
  }

  private static boolean isUndecided(DeviceRecord record) {
    return record.lastSeenMillis() == DeviceRecord.UNDECIDED;
  }

  @Test
  void aRecordsRowIsFoundAndShowsWhatTheFeedAsksFor() {
    assertThat(
            found(
                "exchange:jane@acme.example/A1",
                row(2, "joe@acme.example", "B2", NEW),
                row(3, "JANE@acme.example", "a1", OLD),
                Row.of(4, "nobody")))
        .containsExactly(
            Map.entry("Mailbox", "JANE@acme.example"),
            Map.entry("DeviceID", "a1"),
            Map.entry("Type", "iPhone"),
            Map.entry("LastSync", OLD));
  }

  @Test
  void ofSeveralRowsTheOneSeenLastIsShownAndOfEquallyOldOnesTheFirst() {
    Row older = row(2, "jane@acme.example", "A1", OLD);
    Row newer = row(3, "jane@acme.example", "A1", NEW);
    Row asNew = row(4, "Jane@acme.example", "A1", NEW);

    assertThat(found("exchange:jane@acme.example/A1", older, newer, asNew))
        .containsEntry("LastSync", NEW)
        .containsEntry("Mailbox", "jane@acme.example");
    assertThat(found("exchange:jane@acme.example/A1", newer, older)).containsEntry("LastSync", NEW);
  }

  @Test
  void anEmptyCellIsNotShown() {
    assertThat(found("exchange:jane@acme.example/A1", row(2, "jane@acme.example", "A1", "")))
        .containsOnlyKeys("Mailbox", "DeviceID", "Type");
  }

  @Test
  void onlyTheRowsChosenArePassedOn() {
    PickedRows picked =
        new PickedRows(
            feed,
            new HardwareReader(),
            new PickedRows.Choice() {
              @Override
              public Optional<Row> keep(Row row, Normalised read) {
                return row.cell(1).equals("A1") ? Optional.of(row) : Optional.empty();
              }

              @Override
              public boolean keep(String unreadable) {
                return unreadable.startsWith("jane");
              }
            },
            sink);
    picked.columns(COLUMNS);
    picked.rows(List.of(row(2, "jane@acme.example", "A1", ""), row(3, "joe@x.example", "B2", "")));
    picked.rows(List.of(row(4, "joe@acme.example", "C3", "")));
    picked.unreadable(5, "broken", "jane");
    picked.unreadable(6, "broken", "joe");

    assertThat(passedOn)
        .containsExactly("Mailbox,DeviceID,Type,LastSync,Note", "2 A1", "5 broken jane");
  }

  private static ErasureList erased(String... words) {
    byte[] key = {7, 7, 7};
    Set<String> hashes = new HashSet<>();
    for (String word : words) {
      hashes.add(new ErasureList(key, Set.of()).hash(word));
    }
    return new ErasureList(key, hashes);
  }

  private static RowIntake intake(ErasureList erased) {
    RowIntake intake = new RowIntake(feed, new HardwareReader(), erased).from("export.csv");
    intake.columns(COLUMNS);
    intake.rows(
        List.of(
            row(2, "jane@acme.example", "A1", NEW),
            row(3, "joe@acme.example", "B2", NEW),
            Row.of(4, "jane@acme.example", "")));
    intake.unreadable(5, "broken", "\"jane@acme.example,B");
    intake.unreadable(6, "broken", "\"joe@acme.example,B");
    return intake;
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"jane@acme.example", "JANE@ACME.EXAMPLE"})
  void anErasedPersonsRowsArePassedOverReadableOrNot(String address) {
    RowIntake intake = intake(erased(address));

    assertThat(intake.records())
        .extracting(r -> r.key().id())
        .containsExactly("joe@acme.example/B2");
    assertThat(intake.faults()).extracting(fault -> fault.row().line()).containsExactly(6L);
    assertThat(intake.ignored()).isEqualTo(3);
    assertThat(intake.rowsIn()).isEqualTo(5);
    assertThat(intake.accepted()).isEqualTo(1);
  }

  @Test
  void anErasedRecordIsPassedOverByItsKeyAlone() {
    RowIntake intake = intake(erased("exchange:jane@acme.example/A1"));

    assertThat(intake.records())
        .extracting(r -> r.key().id())
        .containsExactly("joe@acme.example/B2");
    assertThat(intake.faults()).hasSize(3);
    assertThat(intake.ignored()).isEqualTo(1);
  }

  @Test
  void whereNobodyWasErasedNobodyIsPassedOver() {
    RowIntake intake = intake(ErasureList.EMPTY);

    assertThat(intake.records()).hasSize(2);
    assertThat(intake.faults()).hasSize(3);
    assertThat(intake.ignored()).isZero();
  }

  @Test
  void anErasureListNamesNobodyAndNeedsItsKey() {
    String one = new ErasureList(new byte[] {1}, Set.of()).hash("jane@acme.example");
    String other = new ErasureList(new byte[] {2}, Set.of()).hash("jane@acme.example");

    assertThat(one).hasSize(32).doesNotContain("jane").isNotEqualTo(other);
  }
}
