package devicehub;

import static org.assertj.core.api.Assertions.assertThat;

import devicehub.inventory.RawPart;
import devicehub.inventory.Snapshot;
import devicehub.store.Store;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What no longer counts goes after its time; what counts stays, however old. */
class RetentionTest {
  @TempDir Path folder;
  private HubRun hub;
  private List<String> export = List.of();

  @BeforeEach
  void aHubThatTookTheSampleCompany() throws IOException {
    hub = new HubRun(folder);
    export = Files.readAllLines(hub.config.resolve("samples/exchange/MobileDevices.csv"));
    assertThat(hub.once()).as(hub.err).isZero();
  }

  private String without(int rows) {
    return String.join("\r\n", export.subList(0, export.size() - rows)) + "\r\n";
  }

  private Purged purge(Duration later) throws IOException {
    Folders folders =
        CommandLine.populateCommand(
            new Folders(),
            "--config=" + hub.config,
            "--routes=" + hub.routes,
            "--data=" + hub.data);
    var config = Wiring.configuration(folders);
    try (Store store = Store.join(Wiring.storeSettings(folders, config.settings()))) {
      return new Retention(
              config.settings(),
              new FeedWiring(config.settings()).feeds(config.samplesAt("http://127.0.0.1").feeds()),
              store,
              hub.data,
              Clock.offset(Clock.systemUTC(), later))
          .purge();
    }
  }

  private Set<String> rawFiles() throws IOException {
    try (Stream<Path> files = Files.walk(hub.data.resolve("raw"))) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> String.valueOf(file.getFileName()))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  private Set<String> contents(Snapshot.State... states) {
    try (Store store = joined()) {
      return store.snapshots().newest("exchange", Set.of(states), 99).stream()
          .flatMap(snapshot -> snapshot.parts().stream())
          .map(RawPart::sha256)
          .collect(Collectors.toSet());
    }
  }

  private Store joined() {
    return Store.join(devicehub.store.StoreSettings.sqlite(hub.data));
  }

  @Test
  void supersededRawInputGoesAfterItsTimeAndAStartKnowsAllTheSame() throws IOException {
    hub.drop("exchange", "fewer.csv", without(20));
    assertThat(hub.once()).as(hub.err).isZero();
    String merged = hub.text("merged.csv");
    String exceptions = hub.text("exceptions.csv");
    Set<String> superseded = contents(Snapshot.State.SUPERSEDED);
    assertThat(rawFiles()).containsAll(superseded);

    assertThat(purge(Duration.ofDays(7).minusMinutes(1)).snapshots()).isZero();
    assertThat(rawFiles()).containsAll(superseded);
    Purged purged = purge(Duration.ofDays(7).plusMinutes(1));
    assertThat(purged.snapshots()).isPositive();
    assertThat(purged.files()).isPositive();
    assertThat(rawFiles())
        .doesNotContainAnyElementsOf(superseded)
        .containsAll(contents(Snapshot.State.IN_FORCE));

    assertThat(hub.once()).as(hub.err).isZero();
    assertThat(hub.text("merged.csv")).as("with the 20 that count on").isEqualTo(merged);
    assertThat(hub.text("exceptions.csv")).isEqualTo(exceptions);
  }

  @Test
  void aPurgeKilledBetweenItsStepsLeavesAFileForTheNext() throws IOException {
    hub.drop("exchange", "fewer.csv", without(20));
    assertThat(hub.once()).as(hub.err).isZero();
    Set<String> superseded = contents(Snapshot.State.SUPERSEDED);
    Instant all = Instant.now().plusSeconds(60);
    try (Store store = joined()) {
      var expiry =
          new devicehub.inventory.Expiry(all, all, all, devicehub.inventory.Recall.NOTHING);
      assertThat(store.snapshots().expire("exchange", expiry)).isEqualTo(1);
    }
    assertThat(contents(Snapshot.State.SUPERSEDED)).isEmpty();
    assertThat(rawFiles()).as("the pointer went first").containsAll(superseded);

    assertThat(purge(Duration.ofHours(2)).files()).isEqualTo(1);
    assertThat(rawFiles()).doesNotContainAnyElementsOf(superseded);
    assertThat(hub.once()).as(hub.err).isZero();
  }

  @Test
  void rawInputThatNothingPointsToGoesOnceNothingCanBeAboutTo() throws IOException {
    RawPart orphan;
    try (Store store = joined()) {
      byte[] page = "a page of a poll that was killed".getBytes(StandardCharsets.UTF_8);
      orphan = store.raw().keep("page", new ByteArrayInputStream(page));
    }
    Set<String> before = rawFiles();

    assertThat(purge(Duration.ZERO).files()).isZero();
    assertThat(purge(Duration.ofMinutes(61)).files()).isEqualTo(1);
    before.remove(orphan.sha256());
    assertThat(rawFiles()).isEqualTo(before);
  }

  @Test
  void filesThatCouldNotBeReadGoAfterTheirOwnTime() throws IOException {
    hub.drop("exchange", "login.html", "<html>Please log in</html>");
    assertThat(hub.once()).isEqualTo(Exit.FEED_TROUBLE);
    Path failed = hub.data.resolve("inbox/exchange/.failed");
    try (Stream<Path> files = Files.list(failed)) {
      // What an old export says of its age is not when it was set aside.
      Files.setLastModifiedTime(
          files.findFirst().orElseThrow(), FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));
    }
    hub.drop("exchange", "whole.csv", without(0));
    assertThat(hub.once()).as(hub.err).isZero();

    assertThat(purge(Duration.ofDays(29)).setAside()).isZero();
    assertThat(purge(Duration.ofDays(31)).setAside()).isEqualTo(1);
    assertThat(failed).isEmptyDirectory();
    assertThat(contents(Snapshot.State.FAILED)).isEmpty();
  }

  @Test
  void theCommandPurgesBesideARunningHub() throws Exception {
    Folders folders =
        CommandLine.populateCommand(
            new Folders(),
            "--config=" + hub.config,
            "--routes=" + hub.routes,
            "--data=" + hub.data);
    try (Wiring running = Wiring.of(folders, true)) {
      assertThat(hub.run("purge")).as(hub.err).isZero();
      assertThat(hub.out).startsWith("Purged raw input of 0 snapshots in 0 files");
      running.takeIn();
      running.cycle();
      assertThat(running.isTroubled()).isFalse();
    }
  }
}
