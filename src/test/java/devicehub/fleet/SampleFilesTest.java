package devicehub.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class SampleFilesTest {
  private static final Path FOLDER = Path.of("config/samples");

  @Test
  void committedFilesAreWhatTheGeneratorWrites() throws IOException {
    assertThat(committed()).isEqualTo(new TreeMap<>(SampleFiles.all()));
  }

  @Test
  void everyTrickIsShown() {
    assertThat(Fleet.of(SampleFiles.PLAN).tricks()).containsOnlyKeys(Trick.values());
  }

  @Test
  void theLastPageHoldsOneDeviceWhichIsThereforeAnObject() {
    assertThat(SampleFiles.all())
        .hasEntrySatisfying(
            "maas360/devices-page-4.json",
            page -> assertThat(page).startsWith("{\"devices\":{\"device\":{\"maas360DeviceID\":"));
  }

  private static Map<String, String> committed() throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(FOLDER)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        String name = FOLDER.relativize(path).toString().replace('\\', '/');
        files.put(name, Files.readString(path));
      }
    }
    return files;
  }
}
