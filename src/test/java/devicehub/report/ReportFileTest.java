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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
    new ReportFile(file).replaceWith(out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
  }
}
