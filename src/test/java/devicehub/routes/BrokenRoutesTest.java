package devicehub.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each case of {@code broken-routes.txt}: the files, and the exact problems they must give. */
final class BrokenRoutesTest {
  private static final Map<String, String> SETTINGS =
      Map.of(
          "data.dir", "/data",
          "match.period", "2m",
          "odd.period", "often",
          "mail.password", "hunter2");

  @TempDir private Path temporary;

  private record Case(String title, Map<String, String> files, List<String> problems) {
    @Override
    public String toString() {
      return title;
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void everyProblemIsToldWithItsFileAndLine(Case broken) throws IOException {
    assertThat(problems(broken.files())).isEqualTo(broken.problems());
  }

  @Test
  void brokenFilesDoNotHideEachOther() throws IOException {
    // Cases of one file that stand for themselves; names are kept apart by the number of the case.
    Map<String, String> files = new LinkedHashMap<>();
    List<String> expected = new ArrayList<>();
    for (Case one : cases().filter(BrokenRoutesTest::standsAlone).toList()) {
      String number = one.title().substring(0, 3);
      String content = one.files().values().iterator().next();
      files.put(number + ".camel.yaml", content.replace("id: a\n", "id: " + number + "\n"));
      one.problems().forEach(line -> expected.add(line.replaceFirst("^a\\b", number)));
    }

    assertThat(files).hasSizeGreaterThan(20);
    assertThat(problems(files)).containsExactlyInAnyOrderElementsOf(expected);
  }

  private static boolean standsAlone(Case one) {
    String content = String.join("", one.files().values());
    return one.files().size() == 1
        && !content.contains("id: b")
        && !content.contains("direct:")
        && !content.contains("- beans:")
        && one.problems().stream().noneMatch(line -> line.matches("routes:.*|.* taken.*"));
  }

  private List<String> problems(Map<String, String> files) throws IOException {
    Path folder = Files.createDirectory(temporary.resolve("routes"));
    for (Map.Entry<String, String> file : files.entrySet()) {
      Files.writeString(folder.resolve(file.getKey()), file.getValue());
    }
    return new RouteCheck(folder, RouteCheckTest.BEANS, SETTINGS)
        .problems().stream().map(RouteProblem::toString).toList();
  }

  private static Stream<Case> cases() {
    try (InputStream in = BrokenRoutesTest.class.getResourceAsStream("broken-routes.txt")) {
      String table = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return Arrays.stream(table.split("(?m)^== ")).skip(1).map(BrokenRoutesTest::read);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Case read(String text) {
    String[] parts = text.split("(?m)^-- ");
    Map<String, String> files = new LinkedHashMap<>();
    List<String> problems = List.of();
    for (String part : Arrays.asList(parts).subList(1, parts.length)) {
      int end = part.indexOf('\n');
      String content = part.substring(end + 1);
      if (part.startsWith("problems")) {
        problems = content.lines().filter(line -> !line.isBlank()).toList();
      } else {
        files.put(part.substring(0, end), content);
      }
    }
    return new Case(parts[0].strip(), files, problems);
  }
}
