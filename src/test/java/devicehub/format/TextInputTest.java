package devicehub.format;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import devicehub.intake.UnreadableInputException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.HexFormat;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Encodings, as they come in files and answers; read through CSV. */
final class TextInputTest {
  private static final String DEVICES = "id,owner\nA1,Müller 😀\nB2,Žižek\n";

  private static byte[] bytes(String mark, String charset, String text) {
    byte[] marked = HexFormat.of().parseHex(mark);
    byte[] written = text.getBytes(Charset.forName(charset));
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(marked);
    all.writeBytes(written);
    return all.toByteArray();
  }

  private static Recording read(FormatSpec spec, byte[] input) {
    return Recording.of(spec, Set.of("id"), input);
  }

  @ParameterizedTest(name = "{0} with mark {1}")
  @CsvSource({
    "UTF-8, ''",
    "UTF-8, EFBBBF",
    "UTF-16LE, FFFE",
    "UTF-16BE, FEFF",
    "UTF-16LE, ''",
    "UTF-16BE, ''",
    "UTF-32LE, FFFE0000",
    "UTF-32BE, 0000FEFF"
  })
  void encodingsAreToldByTheirMarkOrTheirZeros(String charset, String mark) {
    Recording read = read(FormatSpec.csv(), bytes(mark, charset, DEVICES));

    assertThat(read.headers).containsExactly("id|owner");
    assertThat(read.rows).containsExactly("2: A1|Müller 😀", "3: B2|Žižek");
  }

  @Test
  void aCharsetGivenIsUsedUnlessAMarkSaysOtherwise() {
    FormatSpec ansi = FormatSpec.csv().withCharset("windows-1252");

    assertThat(read(ansi, bytes("", "windows-1252", "id,o\nA,Müller €\n")).rows)
        .containsExactly("2: A|Müller €");
    assertThat(read(ansi, bytes("EFBBBF", "UTF-8", "id,o\nA,Müller €\n")).rows)
        .containsExactly("2: A|Müller €");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiterString = " -> ",
      value = {
        "windows-1252 read as UTF-8 -> 4DFC6C6C6572 -> bytes FC 6C at offset 17 are no UTF-8",
        "a broken pair -> C328 -> bytes C3 28 at offset 16",
        "an overlong form -> C0AF -> bytes C0 AF at offset 16",
        "half a surrogate pair -> EDA080 -> bytes ED A0 80 at offset 16",
        "a character cut off at the end -> E282 -> bytes E2 82 at offset 16",
        "a byte that never occurs -> FF -> bytes FF at offset 16",
      })
  void aByteThatIsNoCharacterRefusesTheInput(String name, String hex, String reason) {
    byte[] input =
        bytes(HexFormat.of().formatHex("id,owner\nA,x\nB,y".getBytes(UTF_8)) + hex, "UTF-8", "");

    assertThatThrownBy(() -> read(FormatSpec.csv(), input))
        .isInstanceOfSatisfying(
            UnreadableInputException.class,
            refusal -> {
              assertThat(refusal.reason()).startsWith(reason).contains("name its charset");
              assertThat(refusal.line()).isEqualTo(3);
            });
  }

  @ParameterizedTest
  @CsvSource({
    "csv, 'id,owner\nA,'",
    "json, '[{\"id\":\"'",
    "ndjson, '\n{\"id\":\"'",
    "xml, '<r>\n<d>'"
  })
  void everyFormatNamesTheLineOfTheBadByte(String format, String before) {
    FormatSpec spec = FormatSpec.json("").withFormat(format);
    byte[] input = (before + "\u00ff").getBytes(ISO_8859_1);

    assertThatThrownBy(() -> read(spec, input))
        .isInstanceOfSatisfying(
            UnreadableInputException.class,
            refusal -> {
              assertThat(refusal.reason()).startsWith("bytes FF at offset");
              assertThat(refusal.line()).isEqualTo(1 + before.lines().count() - 1);
            });
  }

  /** Plain stretches are decoded otherwise than the rest: wherever one ends, nothing is lost. */
  @Test
  void aLetterWithAnAccentMayFollowAPlainStretchOfAnyLength() {
    for (int plain = 0; plain < 40; plain++) {
      String name = "x".repeat(plain) + "é" + "y".repeat(40 - plain);
      assertThat(read(FormatSpec.csv(), ("id,o\n" + name + ",ü\n").getBytes(UTF_8)).rows)
          .containsExactly("2: " + name + "|ü");
    }
  }

  private static final String[] PIECES = {
    "61", "6161616161616161", "20", "C3A9", "C2A7", "DFBF", "E282AC", "F09F9880", "EFBFBF"
  };

  private static final String[] NONE = {"C0AF", "C1BF", "C328", "C3", "80", "E282", "EDA080", "FF"};

  /**
   * As the Java library decodes them: all that comes before the first byte that is no character.
   */
  @RepeatedTest(20)
  void anyMixtureOfCharactersIsDecoded(RepetitionInfo repetition) throws IOException {
    Random random = new Random(repetition.getCurrentRepetition());
    for (int i = 0; i < 100; i++) {
      StringBuilder hex = new StringBuilder("61".repeat(random.nextInt(2 * Encoding.SNIFFED)));
      int good = random.nextInt(300);
      for (int n = 0; n < good; n++) {
        hex.append(PIECES[random.nextInt(PIECES.length)]);
      }
      String sound = new String(HexFormat.of().parseHex(hex), UTF_8);
      boolean broken = random.nextBoolean();
      hex.append(broken ? NONE[random.nextInt(NONE.length)] : "");

      StringBuilder read = new StringBuilder();
      assertThat(readAll(HexFormat.of().parseHex(hex), random, read)).isEqualTo(!broken);
      assertThat(read.toString()).isEqualTo(sound);
    }
  }

  private static boolean readAll(byte[] bytes, Random random, StringBuilder read)
      throws IOException {
    TextInput in = TextInput.open(new ByteArrayInputStream(bytes), FormatSpec.csv());
    char[] some = new char[100];
    try {
      for (int count = 0; count >= 0; count = in.read(some, 0, 1 + random.nextInt(100))) {
        read.append(some, 0, count);
      }
      return true;
    } catch (BadInput e) {
      return false;
    }
  }

  @Test
  void aCharacterMayLieAcrossTheBuffersOfReaders() throws IOException {
    String text = "x".repeat(9) + "😀é€".repeat(20_000);
    TextInput in = TextInput.open(new ByteArrayInputStream(text.getBytes(UTF_8)), FormatSpec.csv());
    StringBuilder read = new StringBuilder();
    char[] some = new char[7];
    for (int i = 0, count; (count = in.read(some, 0, i % 7 + 1)) >= 0; i++) {
      read.append(some, 0, count);
    }

    assertThat(read.toString()).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"klingon, auto", "auto, ''", "auto, ab", "auto, '\"'", "auto, ' '"})
  void settingsThatMakeNoSenseAreRefused(String charset, String delimiter) {
    assertThatThrownBy(() -> FormatSpec.csv().withCharset(charset).withDelimiter(delimiter))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
