package devicehub.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RouteCheckTest {
  /** Of these tests no bean is anything in particular. */
  static final Map<String, Class<?>> BEANS =
      Map.of(
          "feeds", Object.class,
          "wire", Object.class,
          "matchCycle", Object.class,
          "reports", Object.class,
          "dispatch", Object.class);

  private static final Map<String, String> SETTINGS =
      Map.of("data.dir", "/data", "match.period", "2m");
  private static final String FINE =
      """
      - route:
          id: fine
          from:
            uri: timer:fine
            steps:
              - log: hello
      """;

  @TempDir private Path temporary;
  private Path folder = Path.of("");

  @BeforeEach
  void makeFolder() throws IOException {
    folder = Files.createDirectory(temporary.resolve("routes"));
  }

  private List<String> problems(Path routes) {
    return new RouteCheck(routes, BEANS, SETTINGS)
        .problems().stream().map(RouteProblem::toString).toList();
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  @Test
  void theRoutesThatComeWithTheHubAreFine() {
    Map<String, Class<?>> beans = new HashMap<>(BEANS);
    beans.put("deliveries", Object.class);
    beans.put("retention", Object.class);
    assertThat(new RouteCheck(Path.of("routes"), beans, SETTINGS).problems()).isEmpty();
  }

  @Test
  void aMethodThatABeanHasNotIsTold() throws IOException {
    write(
        "a.camel.yaml",
        """
        - route:
            id: a
            from:
              uri: timer:a
              steps:
                - bean:
                    ref: feeds
                    method: "rum('x', ${body})"
                - bean:
                    ref: feeds
                    method: run
                - filter:
                    method: {ref: feeds, method: runs}
                    steps:
                      - log: hello
        """);
    assertThat(
            new RouteCheck(folder, Map.of("feeds", Runnable.class), SETTINGS)
                .problems().stream().map(RouteProblem::toString))
        .containsExactly(
            "a.camel.yaml:8: bean 'feeds' has no method 'rum'; did you mean 'run'?",
            "a.camel.yaml:13: bean 'feeds' has no method 'runs'; did you mean 'run'?");
  }

  @Test
  void whatTheRuntimeForgivesIsForgiven() {
    assertThat(problems(Path.of("src/test/resources/devicehub/routes/lenient"))).isEmpty();
  }

  @Test
  void aByteOrderMarkDoesNoHarm() throws IOException {
    write("fine.camel.yaml", "\ufeff" + FINE);

    assertThat(problems(folder)).isEmpty();
  }

  @Test
  void lookingTwiceShowsTheSame() throws IOException {
    write("fine.camel.yaml", FINE);
    write("odd.camel.yaml", FINE.replace("log:", "lag:"));
    RouteCheck check = new RouteCheck(folder, BEANS, SETTINGS);

    assertThat(check.problems()).hasSize(2).isEqualTo(check.problems());
  }

  @Test
  void aComponentThatTheHubSetsUpIsKnownByItsName() throws IOException {
    write("fine.camel.yaml", FINE.replace("timer:fine", "dispatch:fine?any=1"));

    assertThat(problems(folder)).isEmpty();
  }

  @Test
  void anEmptyFileHoldsNoRoute() throws IOException {
    write("a.camel.yaml", "");
    write("fine.camel.yaml", FINE);

    assertThat(problems(folder)).containsExactly("a.camel.yaml: is empty");
  }

  @Test
  void textThatIsNoUtf8IsRefused() throws IOException {
    byte[] latin = FINE.replace("hello", "Grüße").getBytes(StandardCharsets.ISO_8859_1);
    Files.write(folder.resolve("latin.camel.yaml"), latin);
    Files.write(folder.resolve("wide.camel.yaml"), FINE.getBytes(StandardCharsets.UTF_16));
    write("zero.camel.yaml", FINE.replace("hello", "\0"));

    assertThat(problems(folder))
        .containsExactly(
            "latin.camel.yaml: is not UTF-8 text",
            "wide.camel.yaml: is not UTF-8 text",
            "zero.camel.yaml:6: has the unreadable character U+0000");
  }

  @Test
  void tenMegabytesAreNotRead() throws IOException {
    try (RandomAccessFile file =
        new RandomAccessFile(folder.resolve("big.camel.yaml").toFile(), "rw")) {
      file.setLength(10L * 1024 * 1024);
    }
    write("most.camel.yaml", FINE + "#".repeat(RouteText.MOST - FINE.length()));

    assertThat(problems(folder))
        .containsExactly("big.camel.yaml: is larger than 256 KiB, the most a route file may be");
  }

  @Test
  void aDeepNestIsNotBuilt() throws IOException {
    write("deep.camel.yaml", "- ".repeat(100) + "x");
    write("flow.camel.yaml", "[".repeat(200_000));

    assertThat(problems(folder))
        .contains(
            "deep.camel.yaml:1: an entry must begin with '- route:' or the like",
            "flow.camel.yaml:1: is nested more than 100 deep");
  }

  @Test
  void whatIsNoPlainFileIsNotOpened() throws IOException {
    Files.createDirectory(folder.resolve("folder.camel.yaml"));
    Files.createSymbolicLink(folder.resolve("gone.camel.yaml"), Path.of("nowhere"));
    write("fine.camel.yaml", FINE);

    assertThat(problems(folder))
        .containsExactly(
            "folder.camel.yaml: is no plain file", "gone.camel.yaml: leads to no file");
  }

  @Test
  void filesOfAnotherNameArePointedOut() throws IOException {
    write("fine.camel.yaml", FINE);
    write("match.yaml", FINE);
    write("poll.camel.yml", FINE);
    write("README.md", "Routes.");

    assertThat(problems(folder))
        .containsExactly(
            "match.yaml: is passed over; name it 'match.camel.yaml' if it holds routes",
            "poll.camel.yml: is passed over; name it 'poll.camel.yaml' if it holds routes");
  }

  @Test
  void aFolderWithoutRoutesIsAProblem() {
    assertThat(problems(folder))
        .containsExactly("routes: holds no route file; their names end in .camel.yaml");
    assertThat(problems(temporary.resolve("elsewhere")))
        .containsExactly("elsewhere: is no folder; the route files are looked for here");
  }

  @Test
  void onlyFilesOfTheFolderItselfAreListed() throws IOException {
    write("b.camel.yaml", FINE);
    write("a.camel.yaml", FINE);
    write("c.yaml", FINE);
    Path below = Files.createDirectory(folder.resolve("below"));
    Files.writeString(below.resolve("d.camel.yaml"), FINE);

    assertThat(RouteFiles.list(folder))
        .containsExactly(folder.resolve("a.camel.yaml"), folder.resolve("b.camel.yaml"));
  }
}
