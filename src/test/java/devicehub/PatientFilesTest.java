package devicehub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file that was made and not written yet is left to who writes it. */
class PatientFilesTest {
  private static final Duration LONG = Duration.ofMinutes(1);

  @TempDir Path inbox;
  private final List<String> taken = new CopyOnWriteArrayList<>();

  @Test
  void anEmptyFileIsTakenOnlyOnceItHasBeenEmptyForLong() throws Exception {
    Path begun = file("a-begun.csv", "", Instant.now());
    file("b-whole.csv", "x", Instant.now().minus(LONG));
    try (DefaultCamelContext camel = new DefaultCamelContext()) {
      camel.addComponent("file", PatientFiles.component());
      camel.addRoutes(route());
      camel.start();

      await().atMost(LONG).until(() -> taken.contains("b-whole.csv"));
      file("c-whole.csv", "x", Instant.now().minus(LONG));
      await().atMost(LONG).until(() -> taken.contains("c-whole.csv"));
      assertThat(taken).as("looked at before each of the others").doesNotContain("a-begun.csv");
      assertThat(begun).exists();

      Files.setLastModifiedTime(begun, FileTime.from(Instant.now().minus(LONG)));
      await().atMost(LONG).until(() -> taken.contains("a-begun.csv"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "devices.csv.part",
        "devices.csv.filepart",
        "devices.csv.TMP",
        "~$devices.csv",
        ".devices.csv.swp",
        "devices.csv.swp",
        "devices.csv~"
      })
  void whatIsNamedAsUnfinishedIsLeft(String name) throws Exception {
    Path unfinished = file(name, "x", Instant.now().minus(LONG));
    try (DefaultCamelContext camel = new DefaultCamelContext()) {
      camel.addComponent("file", PatientFiles.component());
      camel.addRoutes(route());
      camel.start();

      file("z-whole.csv", "x", Instant.now().minus(LONG));
      await().atMost(LONG).until(() -> taken.contains("z-whole.csv"));
      assertThat(taken).as("looked at before it").doesNotContain(name);
      assertThat(unfinished).exists();
    }
    assertThat(PatientFiles.isUnfinished("parts.tmp.csv")).isFalse();
  }

  private RouteBuilder route() {
    return new RouteBuilder() {
      @Override
      public void configure() {
        from("file:"
                + inbox
                + "?delay=50&initialDelay=0&readLock=changed&readLockMinAge=100"
                + "&readLockCheckInterval=10&delete=true&sortBy=file:name")
            .process(
                exchange ->
                    taken.add(exchange.getIn().getHeader("CamelFileName", "", String.class)));
      }
    };
  }

  /** Moved in, so that no poll sees it younger or shorter than it shall be. */
  private Path file(String name, String text, Instant modified) throws IOException {
    Path made = Files.writeString(inbox.resolve("." + name), text);
    Files.setLastModifiedTime(made, FileTime.from(modified));
    return Files.move(made, inbox.resolve(name));
  }
}
