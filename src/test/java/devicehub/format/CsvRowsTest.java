package devicehub.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import devicehub.intake.Row;
import devicehub.intake.RowSink;
import devicehub.intake.UnreadableInputException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CsvRowsTest {
  @Test
  void cellsComeWithTheLineTheirRowStartsIn() {
    Recording read =
        Recording.csv("id,owner\r\nA1,\"Doe, Jane\"\r\nB2,\"two\r\nlines\"\r\nC3,x\r\n");

    assertThat(read.headers).containsExactly("id|owner");
    assertThat(read.rows).containsExactly("2: A1|Doe, Jane", "3: B2|two\r\nlines", "5: C3|x");
    assertThat(read.unreadable).isEmpty();
    assertThat(read.page).isEqualTo(Page.NONE);
  }

  /**
   * Each input is the same two rows; {@code ⏎}, {@code ␍} and {@code ⇥} stand for what they show.
   */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiterString = " -> ",
      quoteCharacter = '§',
      value = {
        "comma -> id,owner⏎A,x⏎B,y⏎",
        "no final line end -> id,owner⏎A,x⏎B,y",
        "semicolon -> id;owner⏎A;x⏎B;y⏎",
        "tab -> id⇥owner⏎A⇥x⏎B⇥y⏎",
        "bar -> id|owner⏎A|x⏎B|y⏎",
        "CR LF -> id,owner␍⏎A,x␍⏎B,y␍⏎",
        "CR alone -> id,owner␍A,x␍B,y␍",
        "mixed ends -> id,owner␍⏎A,x⏎B,y␍",
        "blank lines -> ⏎id,owner⏎⏎A,x⏎  ⏎B,y⏎⏎",
        "all quoted -> `id`,`owner`⏎`A`,`x`⏎`B`,`y`⏎",
        "blanks around quotes -> id, `owner`⏎`A` , `x`⏎B,`y` ⏎",
        "quotes at the end -> id,owner⏎A,x⏎B,`y`",
        "sep line -> sep=;⏎id;owner⏎A;x⏎B;y⏎",
        "sep line against the header -> sep=|⏎id|owner⏎A|x⏎B|y⏎",
        "PowerShell type line -> #TYPE Selected.System.Object[a,b]⏎id,owner⏎A,x⏎B,y⏎",
        "type and sep lines -> #TYPE X.Y⏎sep=;⏎id;owner⏎A;x⏎B;y⏎",
        "title lines -> All devices, by user⏎------⏎id,owner⏎A,x⏎B,y⏎",
        "Z-Push's details -> All synchronized devices⏎-----⏎id⇥owner⇥⏎A⇥x⏎B⇥y⏎",
        "header again -> id,owner⏎A,x⏎id,owner⏎B,y⏎",
        "header and type line again -> id,owner⏎A,x⏎#TYPE X,Y⏎id,owner⏎B,y⏎",
        "separator at every line's end -> id,owner,⏎A,x,⏎B,y⏎",
        "empty cells behind the last column -> id,owner⏎A,x,,⏎B,y⏎",
      })
  void dialectsReadAlike(String dialect, String input) {
    Recording read = Recording.csv(typed(input));

    assertThat(read.rows.stream().map(row -> row.replaceAll("^\\d+: |\\|*$", "")))
        .containsExactly("A|x", "B|y");
    assertThat(read.headers).hasSize(1);
    assertThat(read.unreadable).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiterString = " -> ",
      quoteCharacter = '§',
      value = {
        "quote inside a bare cell -> iPad 9.7` Pro -> iPad 9.7` Pro",
        "doubled quote -> `the ``big`` one` -> the `big` one",
        "separator in quotes -> `a,b` -> a,b",
        "line end in quotes -> `a⏎b` -> a⏎b",
        "only doubled quotes -> ```` -> `",
        "empty quotes -> `` -> ''",
        "blanks are kept -> `  a ` -> '  a '",
        "letters beyond Latin -> Žižek 李 😀 -> Žižek 李 😀",
        "formulas are only text -> =cmd|' /C calc'!A0 -> =cmd|' /C calc'!A0",
      })
  void cellsKeepTheirText(String name, String written, String expected) {
    Recording read = Recording.csv("id,owner\nA," + typed(written) + "\n");

    String text =
        expected.startsWith("'") ? expected.substring(1, expected.length() - 1) : expected;
    assertThat(read.rows).containsExactly("2: A|" + typed(text));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiterString = " -> ",
      quoteCharacter = '§',
      value = {
        "too many cells -> B,y,z -> has 3 cells, the header 2",
        "too few cells -> B -> has 1 cell, the header 2",
        "a summary -> 1234 rows -> has 1 cell, the header 2",
        "only separators -> , -> empty row",
        "only blanks and separators -> ` `, -> empty row",
        "text behind a quote -> `B`x,y -> has text behind a closing quote",
        "quotes not doubled -> `Jane `JD` Doe`,y -> has text behind a closing quote",
        "an empty cell and text -> ``x -> has text behind a closing quote",
        "NUL -> B␀,y -> holds a NUL character",
        "NUL in quotes -> `B␀`,y -> holds a NUL character",
      })
  void aBadRowIsNamedAndTheOthersAreRead(String name, String bad, String reason) {
    Recording read = Recording.csv(typed("id,owner⏎A,x⏎" + bad + "⏎C,z⏎"));

    assertThat(read.rows).containsExactly("2: A|x", "4: C|z");
    assertThat(read.unreadable).containsExactly("3: " + reason);
    assertThat(read.shown).containsExactly(typed(bad).replace('\0', ' '));
  }

  @Test
  void anUnclosedQuoteSpoilsOnlyItsLineWhereTheNextQuoteShowsIt() {
    Recording read = Recording.csv("id,owner\n\"A\",\"x\n\"B\",\"y\"\n\"C\",\"z\"\n");

    assertThat(read.rows).containsExactly("3: B|y", "4: C|z");
    assertThat(read.unreadable).containsExactly("2: has text behind a closing quote");
    assertThat(read.shown).containsExactly("\"A\",\"x");
  }

  @Test
  void anotherHeaderFurtherDownTakesOver() {
    Recording read =
        Recording.of(
            FormatSpec.csv(),
            Set.of("id", "owner", "model"),
            "id,owner\nA,x\nmodel,id\niPhone,B\n".getBytes(UTF_8));

    assertThat(read.headers).containsExactly("id|owner", "model|id");
    assertThat(read.rows).containsExactly("2: A|x", "4: iPhone|B");
  }

  @Test
  void evenOneWhoseNamesLookLikeValues() {
    Recording read =
        Recording.of(
            FormatSpec.csv(),
            Set.of("id", "owner", "model"),
            "id,seen: at,owner@home\nA,x,y\nseen: at,owner@home,id\nx,y,B\n".getBytes(UTF_8));

    assertThat(read.headers).containsExactly("id|seen: at|owner@home", "seen: at|owner@home|id");
    assertThat(read.rows).containsExactly("2: A|x|y", "4: x|y|B");
  }

  /** Some columns are asked for twice in a row; the rows of one batch lie where another's did. */
  @Test
  void aCellIsTheSameWheneverItIsAsked() throws IOException {
    StringBuilder csv = new StringBuilder("id,model\n");
    for (int i = 0; i < 2500; i++) {
      csv.append(10_000 + i).append(",M").append(i % 10).append('\n');
    }
    Recording once = Recording.csv(csv.toString());
    List<String> asked = new ArrayList<>();
    RowSink twice =
        new RowSink() {
          @Override
          public void columns(List<String> names) {}

          @Override
          public void rows(List<? extends Row> batch) {
            for (Row row : batch) {
              assertThat(row.cell(1) + row.cell(0)).isEqualTo(row.cell(1) + row.cell(0));
              asked.add(row.line() + ": " + row.cell(0) + "|" + row.cell(1));
            }
          }

          @Override
          public void unreadable(long line, String reason, String value) {}
        };
    RowReaders.of(FormatSpec.csv(), Set.of("id"))
        .read("devices", new ByteArrayInputStream(csv.toString().getBytes(UTF_8)), twice);

    assertThat(asked).isEqualTo(once.rows).hasSize(2500).contains("2: 10000|M0", "1002: 11000|M0");
  }

  @Test
  void aCellThatIsNamedLikeAColumnIsNoHeader() {
    Recording read = Recording.csv("id,owner,model\nid,Jane,iPhone\nA,owner,owner\n");

    assertThat(read.rows).containsExactly("2: id|Jane|iPhone", "3: A|owner|owner");
  }

  @Test
  void ofColumnsNamedAlikeTheFirstKeepsTheName() {
    Recording read = Recording.csv("id,Model,model,Model\nA,1,2,3\n");

    assertThat(read.headers).containsExactly("id|Model|model (2)|Model (3)");
  }

  @Test
  void ofColumnsThatCountNamedAlikeBothMustSayTheSame() {
    Recording read = Recording.csv("id,note,ID,note\nA,1,a ,2\nB,1,C,1\nD,1,,2\n,1,E,2\nF,1,F\n");

    assertThat(read.rows).containsExactly("2: A|1|a |2", "4: D|1||2", "5: |1|E|2");
    assertThat(read.unreadable)
        .containsExactly(
            "3: has two values for columns of one name", "6: has 3 cells, the header 4");
  }

  /**
   * Only a cut in the last cell looks like a whole row; what came before says how wide rows are.
   */
  @Test
  void aFileThatEndsWithinARowIsRefusedWhereverItIsCut() {
    String whole = "id,owner,model\nA1,jane,iPhone\nB2,joe,Pixel 8\nC3,ann,SM-S921B\n";
    for (int cut = 15; cut < whole.length(); cut++) {
      String part = whole.substring(0, cut);
      String last = part.substring(part.lastIndexOf('\n') + 1);
      if (last.isEmpty() || last.chars().filter(c -> c == ',').count() == 2) {
        assertThat(Recording.csv(part).unreadable).as(part).isEmpty();
      } else {
        assertThatThrownBy(() -> Recording.csv(part))
            .as(part)
            .hasMessageContaining("may be half-written");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"1234 rows", "(3 rows affected)", "Total: 3", "-- end --", "Rows 3"})
  void aFooterWithoutALineEndIsNoCut(String footer) {
    Recording read = Recording.csv("id,owner\nA,x\n" + footer);

    assertThat(read.rows).containsExactly("2: A|x");
    assertThat(read.unreadable).containsExactly("3: has 1 cell, the header 2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\ufeff", "\n\n", "sep=;\n", "#TYPE X\n", "id,owner", "id,owner\n"})
  void aFileWithoutRowsHasNone(String input) {
    Recording read = Recording.csv(input);

    assertThat(read.rows).isEmpty();
    assertThat(read.unreadable).isEmpty();
    assertThat(read.headers).isEqualTo(input.startsWith("id") ? List.of("id|owner") : List.of());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiterString = " -> ",
      quoteCharacter = '§',
      value = {
        "half-written -> id,owner⏎A,x⏎B,`y -> 3 -> the quote opened here is never closed",
        "cut within a row -> id,owner⏎A,x⏎B -> 3 -> has 1 cell, the header 2, and no line end",
        "cut within a row in quotes -> `id`,`owner`⏎`A`,`x`⏎`B` -> 3 -> has 1 cell, the header 2, and",
        "half-written later -> id⏎`A⏎⏎B -> 2 -> the quote opened here is never closed",
        "login page -> <!DOCTYPE html><html><title>Sign in -> 1 -> is an HTML page",
        "page without a doctype -> ⏎ <HTML><body> -> 1 -> is an HTML page",
        "XML -> <?xml version='1.0'?><devices/> -> 1 -> is XML, not CSV",
        "ZIP or workbook -> PK␃␄␀␀ -> 0 -> is a ZIP archive or an Excel workbook",
        "JSON -> [{`id`:`A`,`b`:`C`}] -> 1 -> has text behind a closing quote where the header should be",
        "NULs -> ␀␀␀␀␀␀␀␀␀ -> 1 -> holds NUL characters where the header should be",
      })
  void anInputThatCannotBeTrustedIsRefused(String name, String input, long line, String reason) {
    assertThatThrownBy(() -> Recording.csv(typed(input)))
        .isInstanceOfSatisfying(
            UnreadableInputException.class,
            refusal -> {
              assertThat(refusal.input()).isEqualTo("devices");
              assertThat(refusal.line()).isEqualTo(line);
              assertThat(refusal.reason()).startsWith(reason);
            });
  }

  /** Quotes are written as backticks here, and what cannot be seen as its picture. */
  private static String typed(String written) {
    return written
        .replace('`', '"')
        .replace('⏎', '\n')
        .replace('␍', '\r')
        .replace('⇥', '\t')
        .replace('␀', '\0')
        .replace('␃', '\u0003')
        .replace('␄', '\u0004');
  }
}
