package devicehub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Neither the order of rows, nor the time zone, nor the locale changes a byte of the reports. */
class SameReportsTest {
  @TempDir Path folder;

  @Test
  void everyRunWritesTheSame() throws IOException {
    assertThat(SameReports.of(folder, 4, 7))
        .hasSize(5)
        .allSatisfy((file, hashes) -> assertThat(hashes).as(file).hasSize(1));
  }
}
