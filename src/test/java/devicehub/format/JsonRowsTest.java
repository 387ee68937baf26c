package devicehub.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import devicehub.intake.UnreadableInputException;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonRowsTest {
  private static Recording read(String records, String columns, String json) {
    return read(FormatSpec.json(records), columns, json);
  }

  private static Recording read(FormatSpec spec, String columns, String json) {
    Set<String> wanted = new LinkedHashSet<>(Arrays.asList(columns.split(",")));
    return Recording.of(spec, wanted, json.replace('`', '"').getBytes(UTF_8));
  }

  /** Where the records stand, and how many there are. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiterString = " -> ",
      value = {
        "a list -> devices.device -> {`devices`:{`device`:[{`id`:`A`},{`id`:`B`}],`count`:2}} -> 1: A;2: B",
        "one object in place of a list -> devices.device -> {`devices`:{`count`:1,`device`:{`id`:`A`}}} -> 1: A",
        "an empty list -> value -> {`value`:[]} -> -",
        "null -> value -> {`value`:null} -> -",
        "nothing at the path -> devices.device -> {`devices`:{`count`:0}} -> -",
        "empty text, from XML -> devices.device -> {`devices`:``} -> -",
        "empty text at the path -> devices.device -> {`devices`:{`device`:``}} -> -",
        "another spelling of the path -> Devices.Device -> {`devices`:{`device`:[{`id`:`A`}]}} -> 1: A",
        "a root list -> '' -> [{`id`:`A`},{`id`:`B`}] -> 1: A;2: B",
        "a root object -> '' -> {`id`:`A`} -> 1: A",
        "an empty root list -> '' -> [] -> -",
        "root null -> '' -> null -> -",
        "lists on the way -> pages.value -> {`pages`:[{`value`:[{`id`:`A`}]},{`value`:{`id`:`B`}}]} -> 1: A;2: B",
        "a record without the field -> '' -> [{},{`id`:`A`}] -> 1: ;2: A",
      })
  void recordsAreFoundAtTheirPath(String name, String path, String json, String rows) {
    Recording read = read(path, "id", json);

    assertThat(read.rows).isEqualTo(rows.equals("-") ? List.of() : Arrays.asList(rows.split(";")));
    assertThat(read.unreadable).isEmpty();
  }

  /**
   * An empty list is an answer; no list at all may be a wrong path, or no answer to the question.
   */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiterString = " -> ",
      value = {
        "{`value`:[]} -> ''",
        "{`value`:null} -> ''",
        "{`@odata.count`:0,`values`:[]} -> nothing stands at 'value', where its records are looked"
            + " for; at the top stands @odata.count, values",
        "{} -> nothing stands at 'value', where its records are looked for; at the top stands nothing",
        "[] -> nothing stands at 'value', where its records are looked for; at the top stands nothing",
      })
  void aListThatIsMissingIsTold(String json, String lacks) {
    assertThat(read("value", "id", json).page.lacks()).isEqualTo(lacks);
  }

  /** What a value at the column's path becomes. */
  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiterString = " -> ",
      value = {
        "imei -> {`imei`:351623070066166} -> 351623070066166",
        "imei -> {`imei`:0.35162307006616600e15} -> 0.35162307006616600e15",
        "imei -> {`imei`:1e400} -> 1e400",
        "imei -> {`imei`:-0} -> -0",
        "imei -> {`imei`:true} -> true",
        "imei -> {`imei`:null} -> ''",
        "imei -> {`imei`:{`value`:1}} -> ''",
        "imei -> {`imei`:[1,null,`2`,``]} -> 1⏎2",
        "imei -> {`imei`:[[`1`],[`2`]]} -> 1⏎2",
        "imei -> {`IMEI`:`1`} -> 1",
        "imei -> {`IMEI`:`1`,`imei`:`2`} -> 1",
        "imei -> {`imei `:`1`} -> 1",
        "imei -> {`imei`:`\\u00a7\\/x`} -> §/x",
        "imei -> {`imei`:`\\/Date(1708000000000)\\/`} -> /Date(1708000000000)/",
        "imei -> {`imei`:`System.Object[]`} -> System.Object[]",
        "imei -> {`imei`:`\\ud83d\\ude00`} -> 😀",
        "a.b.c -> {`a`:{`b`:{`c`:`1`},`c`:`2`},`c`:`3`} -> 1",
        "a.b -> {`a`:[{`b`:`1`},{`c`:0},{`b`:`2`}]} -> 1⏎2",
        "a[].b -> {`a`:[{`b`:`1`},{`b`:`2`}]} -> 1⏎2",
        "device_id -> {`DeviceId`:`1`} -> 1",
        "@odata.id -> {`@odata.id`:`1`} -> 1",
        "a.@odata.id -> {`a`:{`@odata.id`:`1`}} -> 1",
        "__proto__ -> {`__proto__`:`1`,`@class`:`java.lang.Runtime`} -> 1",
      })
  void valuesKeepTheirSpelling(String column, String record, String cell) {
    Recording read = read("", column, record);

    assertThat(read.rows).containsExactly("1: " + cell.replace('⏎', '\n'));
    assertThat(read.headers).containsExactly(column);
  }

  @Test
  void twoFieldsMayWantTheSamePath() {
    assertThat(read("", "id,Id,x", "{`id`:`A`}").rows).containsExactly("1: A|A|");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " -> ",
      value = {
        "`text` -> is no record -> text",
        "17 -> is no record -> 17",
        "[{`id`:`B`}] -> is no record -> […]",
        "null -> is no record -> null",
        "{`id`:`half \\ud83d`} -> holds half a character (a lone surrogate) -> half \ud83d",
        "{`id`:`\\u0000`} -> holds a NUL character -> ' '",
      })
  void aBadRecordIsNamedAndTheOthersAreRead(String record, String reason, String shown) {
    Recording read = read("value", "id", "{`value`:[{`id`:`A`}," + record + ",{`id`:`C`}]}");

    assertThat(read.rows).containsExactly("1: A", "3: C");
    assertThat(read.unreadable).containsExactly("2: " + reason);
    assertThat(read.shown).containsExactly(shown);
  }

  /** A complaint is logged and shown on pages: whom the input is about stays in the input. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "[{`id`: jane.doe@acme.example}]",
        "[{`id`:`A`,`jane.doe@acme.example`:1,`jane.doe@acme.example`:2}]",
        "[{`id`:'jane.doe@acme.example'}]",
        "[{`id`:`A` jane.doe",
        "jane.doe@acme.example,A"
      })
  void aComplaintNamesNobody(String json) {
    assertThatThrownBy(() -> read("", "id", json))
        .isInstanceOf(UnreadableInputException.class)
        .message()
        .doesNotContainIgnoringCase("jane");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiterString = " -> ",
      value = {
        "empty -> '' -> 1 -> is empty",
        "blank -> ' ⏎ ' -> 2 -> is empty",
        "login page -> <!DOCTYPE html><html> -> 1 -> is an HTML page",
        "cut short -> {`value`:[{`id`:`A`},⏎{`id -> 2 -> ends before the JSON does",
        "cut at a record's end -> {`value`:[{`id`:`A`}⏎ -> 2 -> ends before the JSON does",
        "two documents -> {`value`:[]}⏎{`value`:[]} -> 2 -> goes on behind the end",
        "trailing garbage -> {`value`:[]} x -> 1 -> is no sound JSON (column",
        "doubled key -> {`value`:[{`id`:`A`,⏎`id`:`B`}]} -> 2 -> holds a field twice",
        "doubled key in the envelope -> {`value`:[],`value`:[]} -> 1 -> holds a field twice",
        "NaN -> {`value`:[{`id`:NaN}]} -> 1 -> is no sound JSON",
        "comment -> {`value`:[] /* none */} -> 1 -> is no sound JSON",
        "single quotes -> {'value':[]} -> 1 -> is no sound JSON",
        "leading zero -> {`value`:[{`id`:007}]} -> 1 -> is no sound JSON",
        "trailing comma -> {`value`:[{`id`:`A`},]} -> 1 -> is no sound JSON",
        "raw line end in a text -> {`value`:[{`id`:`A⏎`}]} -> 1 -> is no sound JSON",
        "plain text -> Service unavailable -> 1 -> is no sound JSON",
      })
  void anInputThatCannotBeTrustedIsRefused(String name, String json, long line, String reason) {
    assertThatThrownBy(() -> read("value", "id", json.replace('⏎', '\n')))
        .isInstanceOfSatisfying(
            UnreadableInputException.class,
            refusal -> {
              assertThat(refusal.reason()).startsWith(reason);
              assertThat(refusal.line()).isEqualTo(line);
            });
  }

  private static final PagePaths MAAS360 =
      PagePaths.NONE
          .withNumber("devices.pageNumber")
          .withRows("devices.pageSize")
          .withTotal("devices.count");

  @Test
  void aPageSaysWhichItIsBeforeOrBehindItsRecords() {
    Recording read =
        read(
            FormatSpec.json("devices.device").withPage(MAAS360),
            "id",
            "{`devices`:{`count`:310,`device`:[{`id`:`A`}],`pageNumber`:2,`pageSize`:`60`}}");

    assertThat(read.rows).containsExactly("1: A");
    assertThat(read.page.number()).hasValue(2);
    assertThat(read.page.rows()).hasValue(60);
    assertThat(read.page.total()).hasValue(310);
    assertThat(read.page.next()).isEmpty();
    assertThat(read.page.isError()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " -> ",
      value = {
        "next -> {`data`:[],`next`:`\\/api\\/devices?pm=10&page=2`} -> /api/devices?pm=10&page=2",
        "@odata.nextLink -> {`@odata.nextLink`:`https://x/y?z`} -> https://x/y?z",
        "nextPageToken -> {`nextPageToken`:`abc`} -> abc",
        "next -> {`next`:null} -> ''",
        "next -> {`data`:[]} -> ''",
      })
  void theNextPageIsHandedOverAsItStands(String path, String json, String next) {
    FormatSpec spec = FormatSpec.json("data").withPage(PagePaths.NONE.withNext(path));

    assertThat(read(spec, "id", json).page.next()).isEqualTo(next);
  }

  /** Services answer 200 and an error in the body. */
  @ParameterizedTest
  @CsvSource(
      delimiterString = " -> ",
      value = {
        "{`errorCode`:1009,`errorDesc`:`token expired`} -> 1009: token expired",
        "{`errorCode`:0,`devices`:{}} -> ''",
        "{`error`:{`code`:`InvalidAuthenticationToken`,`message`:`expired`}} -> InvalidAuthenticationToken: expired",
        "{`error`:{`code`:401}} -> 401",
        "{`error`:`invalid_token`,`error_description`:`expired`} -> invalid_token: expired",
        "{`error`:null,`message`:`OK`} -> ''",
        "{`message`:`OK`} -> ''",
      })
  void anErrorInPlaceOfDataIsReported(String json, String error) {
    assertThat(read("devices.device", "id", json).page.error()).isEqualTo(error);
    assertThat(read("", "id", json).page.error()).isEqualTo(error);
  }

  @Test
  void aServiceMayHaveItsOwnPlaceForErrors() {
    PagePaths traveler =
        PagePaths.NONE.withErrors(List.of("code"), List.of("message"), Set.of("200"));
    FormatSpec spec = FormatSpec.json("data").withPage(traveler);

    assertThat(read(spec, "id", "{`code`:200,`message`:`OK`,`data`:[]}").page.error()).isEmpty();
    assertThat(read(spec, "id", "{`code`:503,`message`:`starting`}").page.error())
        .isEqualTo("503: starting");
  }

  @Test
  void anErrorIsNoRecord() {
    assertThat(read("", "message", "{`error`:`x`,`message`:`y`}").rows).isEmpty();
  }

  @Test
  void ofSeveralLinesOneWithTooManyValuesSpoilsOnlyItself() {
    String values = "`x%s`,".formatted("a".repeat(60_000)).repeat(2) + "`y`";
    Recording read =
        read(
            FormatSpec.json("").withFormat("ndjson"),
            "id",
            "{`id`:`A`}\n{`id`:[" + values + "]}\n{`id`:`E`}");

    assertThat(read.rows).containsExactly("1: A", "3: E");
    assertThat(read.unreadable).containsExactly("2: has a value of more than 65536 characters");
  }

  @Test
  void ofSeveralLinesTheLastIsNeitherBrokenNorWholeWhereItHasNoEnd() {
    FormatSpec lines = FormatSpec.json("").withFormat("ndjson");
    assertThat(read(lines, "id", "{`id`:`A`}\n{`id`:`B`\n").unreadable).hasSize(1);
    assertThatThrownBy(() -> read(lines, "id", "{`id`:`A`}\n{`id`:`B`"))
        .isInstanceOf(UnreadableInputException.class)
        .hasMessageContaining("may be half-written");
    assertThatThrownBy(() -> read(lines, "id", "{`id`:`A`}\n{`id`:`B"))
        .isInstanceOf(UnreadableInputException.class);
  }

  @Test
  void ofSeveralLinesABrokenOneSpoilsOnlyItself() {
    Recording read =
        read(
            FormatSpec.json("").withFormat("ndjson"),
            "id",
            "{`id`:`A`}\n\n{`id`:`B`\n[1]\r\n{`id`:`C`} {`id`:`D`}\n{`id`:`E`}");

    assertThat(read.rows).containsExactly("1: A", "6: E");
    assertThat(read.unreadable)
        .satisfiesExactly(
            cut -> assertThat(cut).startsWith("3: ends before the JSON does"),
            list -> assertThat(list).isEqualTo("4: is no record"),
            two -> assertThat(two).startsWith("5: goes on behind the end"));
  }
}
