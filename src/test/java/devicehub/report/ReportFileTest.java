package devicehub.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A report is replaced whole, or not at all. */
final class ReportFileTest {
  private static final FileTime LONG_AGO = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void nameTheFile() {
    file = folder.resolve("merged.csv");
  }

  @Test
  void newBytesReplaceTheOldOnesAndLeaveNothingBeside() throws IOException {
    write("old");
    write("new");

    assertThat(file).hasContent("new");
    assertThat(folder.toFile().list()).containsExactly("merged.csv");
  }

  @Test
  void theSameBytesLeaveTheFileAlone() throws IOException {
    write("same");
    Files.setLastModifiedTime(file, LONG_AGO);

    write("same");

    assertThat(Files.getLastModifiedTime(file)).isEqualTo(LONG_AGO);
    assertThat(folder.toFile().list()).containsExactly("merged.csv");
  }

  /** Longer than what is looked at a time, other from the first byte, the last or one between. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 262_143, 262_144, 262_145, 599_999})
  void whateverIsOtherTheFileBecomesIt(int at) throws IOException {
    byte[] bytes = new byte[600_000];
    new Random(at).nextBytes(bytes);
    replaceWith(bytes);
    bytes[at]++;
    replaceWith(bytes);
    assertThat(file).hasBinaryContent(bytes);

    byte[] shorter = Arrays.copyOf(bytes, at);
    replaceWith(shorter);
    assertThat(file).hasBinaryContent(shorter);

    replaceWith(bytes);
    assertThat(file).hasBinaryContent(bytes);
  }

  private void replaceWith(byte[] bytes) {
    new ReportFile(file)
        .replaceWith(
            out -> {
              for (int from = 0; from < bytes.length; from += 70_001) {
                out.write(bytes, from, Math.min(70_001, bytes.length - from));
              }
            });
  }

  @Test
  void whatIsCopiedToWhereItStandsLeavesTheFileAlone() throws IOException {
    write("head row foot");
    Files.setLastModifiedTime(file, LONG_AGO);

    new ReportFile(file)
        .replaceWith(
            out -> {
              out.write(bytes("head "));
              out.copy(5, 9);
              out.write(bytes("foot"));
            });

    assertThat(file).hasContent("head row foot");
    assertThat(Files.getLastModifiedTime(file)).isEqualTo(LONG_AGO);
  }

  @Test
  void whatIsCopiedToAnotherPlaceStandsThere() throws IOException {
    write("head row foot");

    new ReportFile(file)
        .replaceWith(
            out -> {
              out.copy(0, 5);
              out.copy(9, 13);
              out.copy(4, 8);
            });

    assertThat(file).hasContent("head foot row");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void whatCannotBeCopiedChangesNothing(boolean isThere) throws IOException {
    if (isThere) {
      write("short");
    }

    assertThatThrownBy(() -> new ReportFile(file).replaceWith(out -> out.copy(0, 6)))
        .isInstanceOf(ReportUnwritableException.class)
        .hasMessageContaining(isThere ? "ends at byte 5" : "NoSuchFileException");
    assertThat(folder.toFile().list()).hasSize(isThere ? 1 : 0);
  }

  @Test
  void theOldFileStaysWholeWhenWritingFailsHalfWay() {
    write("old and whole");

    assertThatThrownBy(
            () ->
                new ReportFile(file)
                    .replaceWith(
                        out -> {
                          out.write('n');
                          throw new IOException("No space left on device");
                        }))
        .isInstanceOf(ReportUnwritableException.class)
        .hasMessage(file + " cannot be written: IOException: No space left on device");
    assertThat(file).hasContent("old and whole");
    assertThat(folder.toFile().list()).containsExactly("merged.csv");
  }

  @Test
  void whatAKilledHubLeftBehindIsSweptAway() throws IOException {
    Files.writeString(folder.resolve(".merged.csv.part"), "half a rep");

    write("whole");

    assertThat(file).hasContent("whole");
    assertThat(folder.toFile().list()).containsExactly("merged.csv");
  }

  @Test
  void aNewFileIsItsOwnersAloneAndALaterModeIsKept() throws IOException {
    assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
    write("first");
    assertThat(mode()).isEqualTo("rw-------");

    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    write("second");

    assertThat(mode()).isEqualTo("rw-r-----");
  }

  private String mode() throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }

  private void write(String text) {
    new ReportFile(file).replaceWith(out -> out.write(bytes(text)));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
