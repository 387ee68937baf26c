package devicehub.intake;

import static org.assertj.core.api.Assertions.assertThat;

import devicehub.intake.DateReader.Order;
import devicehub.intake.DateReader.Reading;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A time is read if it is certain, and otherwise left alone. */
class DateReaderTest {
  private static final ZoneId UTC = ZoneId.of("UTC");

  private static String read(String text, ZoneId zone, Order order) {
    Reading reading = new DateReader(zone, order).read(text);
    if (reading instanceof Reading.At at) {
      return Instant.ofEpochMilli(at.millis()).toString();
    }
    return reading instanceof Reading.Never ? "never" : "undecided";
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1549629133338              | 2019-02-08T12:32:13.338Z
          1549629133                 | 2019-02-08T12:32:13Z
          999999999                  | 2001-09-09T01:46:39Z
          99999999                   | undecided
          10000000000                | never
          99999999999999             | undecided
          999999999999999            | undecided
          -62135596800000            | never
          0000000000                 | never
          /Date(1549629133338)/      | 2019-02-08T12:32:13.338Z
          \\/Date(1549629133338)\\/  | 2019-02-08T12:32:13.338Z
          /Date()/                   | undecided
          /Date(-)/                  | undecided
          /Date(1-2)/                | undecided
          /Date(-999999999999999)/   | undecided
          /Date(-62135596800000)/    | never
          20240131120000             | 2024-01-31T12:00:00Z
          20240131120000.0Z          | 2024-01-31T12:00:00Z
          20240131120000Z            | 2024-01-31T12:00:00Z
          20240131120000.0           | undecided
          20241331120000Z            | undecided
          2024013112000xZ            | undecided
          20240131120000+0100        | undecided
          16010101000000.0Z          | never
          16020101000000.0Z          | never
          1990-01-01T00:00:00Z       | 1990-01-01T00:00:00Z
          1989-12-31T23:59:59Z       | never
          2100-01-01T00:00:00Z       | 2100-01-01T00:00:00Z
          2100-01-01T00:00:01Z       | undecided
          2569-01-23T09:13:49        | undecided
          4102444801000              | undecided
          99999999999999             | undecided
          9998-12-31T23:59:59Z       | undecided
          9999-01-01T00:00:00Z       | never
          9999-12-31T23:59:59        | never
          9999-12-31T23:59:59-05:00  | never
          0001-01-01T00:00:00        | never
          2026-01-23                 | 2026-01-23T00:00:00Z
          2026-1-23                  | 2026-01-23T00:00:00Z
          2026-13-01                 | undecided
          2026-01-23 09:13:49 UTC    | 2026-01-23T09:13:49Z
          2026-01-23 9:13:49 PM      | 2026-01-23T21:13:49Z
          2026-01-23 9:13:49 XM      | undecided
          2026-01-23 09:13:49 EST    | undecided
          2026-01-23T09:13:49-0500   | 2026-01-23T14:13:49Z
          ''                         | never
          Never                      | never
          N/A                        | never
          -                          | never
          0                          | never
          yesterday                  | undecided
          """)
  void aTextIsAMomentOrNeverOrNotCertain(String text, String meaning) {
    assertThat(read(text, UTC, Order.UNKNOWN)).isEqualTo(meaning);
  }

  @ParameterizedTest(name = "{0}, {1}, is {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          3/4/2026                   | MONTH_FIRST | 2026-03-04T00:00:00Z
          3/4/2026                   | DAY_FIRST   | 2026-04-03T00:00:00Z
          3/4/2026                   | UNKNOWN     | undecided
          3.4.2026                   | MONTH_FIRST | 2026-04-03T00:00:00Z
          4/4/2026                   | UNKNOWN     | 2026-04-04T00:00:00Z
          12/12/2026                 | UNKNOWN     | 2026-12-12T00:00:00Z
          11/12/2026                 | UNKNOWN     | undecided
          12/11/2026                 | UNKNOWN     | undecided
          13/12/2026                 | UNKNOWN     | 2026-12-13T00:00:00Z
          12/13/2026                 | UNKNOWN     | 2026-12-13T00:00:00Z
          13/12/2026                 | MONTH_FIRST | undecided
          4/4/999                    | UNKNOWN     | undecided
          4/4/1000                   | UNKNOWN     | never
          4/4-2026                   | UNKNOWN     | undecided
          4_4_2026                   | UNKNOWN     | undecided
          /4/2026                    | UNKNOWN     | undecided
          4//2026                    | UNKNOWN     | undecided
          2026/03/04 9:13:49         | UNKNOWN     | 2026-03-04T09:13:49Z
          2026/3/4                   | DAY_FIRST   | 2026-03-04T00:00:00Z
          2026/13/04                 | DAY_FIRST   | undecided
          2026/03-04                 | UNKNOWN     | undecided
          2026. 03. 04. 9:13:49      | UNKNOWN     | 2026-03-04T09:13:49Z
          3. 4. 2026 21:13:49        | UNKNOWN     | 2026-04-03T21:13:49Z
          2026/03/04 下午 09:13:49   | UNKNOWN     | 2026-03-04T21:13:49Z
          2026-03-04 오전 12:13:49   | UNKNOWN     | 2026-03-04T00:13:49Z
          2026/03/04 夜 09:13:49     | UNKNOWN     | undecided
          2026/03/04 下午 9:13 PM    | UNKNOWN     | undecided
          2026/03/04 下午 13:13      | UNKNOWN     | undecided
          3.4.2026 21.13.49          | UNKNOWN     | 2026-04-03T21:13:49Z
          03-04-2026 21.13           | DAY_FIRST   | 2026-04-03T21:13:00Z
          3.4.2026 21.13:49          | UNKNOWN     | undecided
          3.4.2026 21-13             | UNKNOWN     | undecided
          03/04/2026 9:13:49 p. m.   | DAY_FIRST   | 2026-04-03T21:13:49Z
          4/4/2026 9                 | UNKNOWN     | undecided
          4/4/2026 x                 | UNKNOWN     | undecided
          4/4/2026 9:13              | UNKNOWN     | 2026-04-04T09:13:00Z
          4/4/2026, 9:13:49          | UNKNOWN     | 2026-04-04T09:13:49Z
          4/4/2026 21:13:49          | UNKNOWN     | 2026-04-04T21:13:49Z
          4/4/2026 9:13:49 AM        | UNKNOWN     | 2026-04-04T09:13:49Z
          4/4/2026 9:13:49 pm        | UNKNOWN     | 2026-04-04T21:13:49Z
          4/4/2026 9:13:49 p.m.      | UNKNOWN     | 2026-04-04T21:13:49Z
          4/4/2026 9:13:49 a.m.      | UNKNOWN     | 2026-04-04T09:13:49Z
          4/4/2026 12:00 AM          | UNKNOWN     | 2026-04-04T00:00:00Z
          4/4/2026 12:00 PM          | UNKNOWN     | 2026-04-04T12:00:00Z
          4/4/2026 1:00 PM           | UNKNOWN     | 2026-04-04T13:00:00Z
          4/4/2026 13:00 PM          | UNKNOWN     | undecided
          4/4/2026 0:30 AM           | UNKNOWN     | undecided
          4/4/2026 9:13 XM           | UNKNOWN     | undecided
          4/4/2026 9:13 PMX          | UNKNOWN     | undecided
          4/4/2026 9:60              | UNKNOWN     | undecided
          """)
  void daysAndMonthsAreToldApartOrLeftAlone(String text, Order order, String meaning) {
    assertThat(read(text, UTC, order)).isEqualTo(meaning);
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2026-03-29T01:59:59 | 2026-03-29T00:59:59Z
          2026-03-29T02:30:00 | undecided
          2026-03-29T03:00:00 | 2026-03-29T01:00:00Z
          2026-10-25T02:30:00 | undecided
          2026-10-25T03:00:00 | 2026-10-25T02:00:00Z
          2026-10-25 02:30:00 UTC | 2026-10-25T02:30:00Z
          25.10.2026 02:30 GMT | 2026-10-25T02:30:00Z
          """)
  void anHourThatAClockChangeSkipsOrRepeatsIsUndecided(String text, String meaning) {
    assertThat(read(text, ZoneId.of("Europe/Berlin"), Order.UNKNOWN)).isEqualTo(meaning);
  }

  /** Every spelling that exports use by the million, as the Java library reads it. */
  @RepeatedTest(4)
  void aLocalTimeIsTheMomentItsZoneHadIt(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    String[] zones = {"UTC", "Europe/Berlin", "America/Sao_Paulo", "+05:30"};
    ZoneId zone = ZoneId.of(zones[repetition.getCurrentRepetition() - 1]);
    DateTimeFormatter english = DateTimeFormatter.ofPattern("M/d/yyyy h:mm:ss a", Locale.US);
    DateTimeFormatter german = DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm:ss", Locale.ROOT);
    for (int i = 0; i < 3000; i++) {
      LocalDateTime local =
          LocalDateTime.of(1991, 1, 1, 0, 0).plusSeconds(random.nextInt(2_000_000_000));
      String told =
          zone.getRules().getValidOffsets(local).size() == 1
              ? local.atZone(zone).toInstant().toString()
              : "undecided";
      assertThat(read(local + (local.getSecond() == 0 ? ":00" : ""), zone, Order.UNKNOWN))
          .isEqualTo(told);
      assertThat(read(english.format(local), zone, Order.MONTH_FIRST)).isEqualTo(told);
      assertThat(read(german.format(local), zone, Order.UNKNOWN)).isEqualTo(told);
    }
  }

  @Test
  void whatLiesAheadOfTheTimeItWasWrittenIsUndecided() {
    ZoneId berlin = ZoneId.of("Europe/Berlin");
    DateReader reader =
        new DateReader(berlin, Order.UNKNOWN).asOf(Instant.parse("2026-01-23T09:00:00Z"));
    assertThat(reader.read("2026-01-23 10:10")).isInstanceOf(Reading.At.class);
    assertThat(reader.read("2026-01-23 10:11"))
        .isEqualTo(new Reading.Undecided("'2026-01-23T10:11' lies in the future", true));
    assertThat(reader.read("2026-01-23 09:10 UTC")).isInstanceOf(Reading.At.class);
    assertThat(reader.read("2026-01-23 09:11 UTC")).isInstanceOf(Reading.Undecided.class);
    assertThat(reader.read("1769245200000")).isInstanceOf(Reading.Undecided.class);
    assertThat(reader.read("9999-12-31")).isInstanceOf(Reading.Never.class);
  }

  @Test
  void ofALongTextTheReasonQuotesTheStart() {
    DateReader reader = new DateReader(UTC, Order.UNKNOWN);
    String forty = "x".repeat(40);
    assertThat(((Reading.Undecided) reader.read(forty)).reason())
        .startsWith("'" + forty + "' is no date");
    assertThat(((Reading.Undecided) reader.read(forty + "y")).reason())
        .startsWith("'" + forty + "…' is no date");
  }
}
