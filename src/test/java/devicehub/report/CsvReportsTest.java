package devicehub.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import devicehub.decision.Outcome;
import devicehub.device.DeviceRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.AbstractList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Merged pairs are worded in blocks on all cores, and nobody can tell from the file. */
final class CsvReportsTest {
  private static final DeviceRecord ENROLLMENT =
      Sample.enrollment("ApplD8DTH6RCIH86", "jane@acme.example", "Apple", "iPad");

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 9_999, 10_000, 10_001, 20_000, 20_001, 45_003})
  void everyPairIsARowOfItsOwnInItsPlace(int pairs) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    CsvReports.merged(merges(pairs), out);

    String[] rows = out.toString(UTF_8).split("\r\n", -1);
    assertThat(rows).hasSize(pairs + 2); // the header, and nothing behind the last line end
    for (int i = 0; i < pairs; i++) {
      assertThat(rows[i + 1]).contains("," + id(i) + ",");
    }
  }

  private static List<Outcome.Stood> merges(int pairs) {
    return new AbstractList<>() {
      @Override
      public Outcome.Stood get(int index) {
        return Sample.stood(
            ENROLLMENT, Sample.mail(id(index), "jane@acme.example", "Apple", "iPad"));
      }

      @Override
      public int size() {
        return pairs;
      }
    };
  }

  private static String id(int index) {
    return "JUQGGDFC" + index;
  }
}
