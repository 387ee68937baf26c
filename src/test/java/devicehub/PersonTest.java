package devicehub;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import devicehub.review.Outbox.Message;
import devicehub.store.Store;
import devicehub.store.StoreSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What the hub holds about one person is handed out and taken out on a command. */
class PersonTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String[] WHY = {"--note", "asked on paper", "--by", "Ann Poe"};

  @TempDir Path folder;
  private HubRun hub;
  private String address = "";
  private String exception = "";

  @BeforeEach
  void somebodyWithAnException() throws IOException {
    hub = new HubRun(folder);
    assertThat(hub.once()).as(hub.err).isZero();
    for (JsonNode each : hub.json("exceptions.json").path("exceptions")) {
      String owner = each.path("record").path("owner").asText();
      // Whose device id another's record carries too is not the only one it is about.
      boolean alone = !each.path("reason").asText().contains("ID");
      if (alone && owner.indexOf('@') > 0 && isOfExchange(each)) {
        address = owner;
        exception = each.path("exceptionId").asText();
      }
    }
    assertThat(address).isNotEmpty();
  }

  private static boolean isOfExchange(JsonNode exception) {
    return exception.path("record").path("feed").asText().equals("exchange");
  }

  private JsonNode exported() throws IOException {
    assertThat(hub.run("person", "export", address)).as(hub.err).isZero();
    return JSON.readTree(hub.out);
  }

  private void erase() {
    assertThat(hub.run("person", "erase", address, WHY[0], WHY[1], WHY[2], WHY[3]))
        .as(hub.err)
        .isZero();
    assertThat(hub.out).contains("The sources still hold the person");
  }

  /** The person's address and ids, none of which anybody else has. */
  private static Set<String> canaries(JsonNode export) {
    Set<String> found = new TreeSet<>();
    found.add(export.path("address").asText());
    for (JsonNode person : export.path("directory")) {
      for (JsonNode claim : person.path("claims")) {
        found.add(claim.asText().substring(claim.asText().indexOf(' ') + 1));
      }
    }
    for (JsonNode record : export.path("records")) {
      found.add(record.path("record").asText().replaceFirst("^[^:]*:", ""));
      found.add(record.path("deviceId").asText());
      for (JsonNode id : record.path("identifiers")) {
        found.add(id.asText().substring(id.asText().lastIndexOf(' ') + 1));
      }
    }
    found.removeIf(canary -> canary.length() < 8);
    return found;
  }

  /** Files that hold any of the texts, in whichever case. */
  private List<String> holding(Set<String> canaries) throws IOException {
    List<String> found = new ArrayList<>();
    try (Stream<Path> files = Files.walk(hub.data)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String bytes = lower(new String(Files.readAllBytes(file), ISO_8859_1));
        for (String canary : canaries) {
          if (bytes.contains(lower(new String(canary.getBytes(UTF_8), ISO_8859_1)))) {
            found.add(hub.data.relativize(file) + " holds " + canary);
          }
        }
      }
    }
    return found;
  }

  private static String lower(String text) {
    return text.toLowerCase(java.util.Locale.ROOT);
  }

  @Test
  void anExportHoldsWhatCameWhatWasDecidedAndWhatWasTold() throws IOException {
    assertThat(
            hub.run(
                "decide",
                "exclude",
                exported().path("records").get(0).path("record").asText(),
                "--note",
                "a loan",
                "--by",
                "Sam"))
        .isZero();

    JsonNode export = exported();
    assertThat(export.path("records")).isNotEmpty();
    assertThat(export.path("rows")).isNotEmpty();
    assertThat(export.path("rows").toString()).contains(address);
    assertThat(export.path("decisions").get(0).path("note").asText()).isEqualTo("a loan");
    assertThat(export.path("exceptions").findValuesAsText("id")).contains(exception);
    assertThat(export.path("messages").findValuesAsText("event")).contains("OPENED");
  }

  @Test
  void afterAnErasureNoFileHoldsThePerson() throws IOException {
    Set<String> canaries = canaries(exported());
    assertThat(holding(canaries)).as("the search finds them").hasSizeGreaterThan(5);

    erase();

    assertThat(holding(canaries)).isEmpty();
    assertThat(hub.run("person", "export", address)).isEqualTo(Exit.UNKNOWN_RECORD);
  }

  @Test
  void whoHasLeftAllFeedsIsHandedOutAndTakenOutAsWell() throws IOException {
    for (JsonNode each : hub.json("exceptions.json").path("exceptions")) {
      if (each.path("reason").asText().equals("OWNER_HAS_NO_ENROLLMENT") && isOfExchange(each)) {
        address = each.path("record").path("owner").asText();
        exception = each.path("exceptionId").asText();
      }
    }
    String record = exported().path("records").get(0).path("record").asText();
    Set<String> canaries = canaries(exported());
    assertThat(hub.run("decide", "exclude", record, "--note", "sold", "--by", "Sam")).isZero();
    leave("exchange/MobileDevices.csv");
    leave("people/people.csv");
    Path settings = hub.config.resolve("hub.properties");
    Files.writeString(settings, Files.readString(settings).replace("grace=48h", "grace=0s"));
    assertThat(hub.once()).as(hub.err).isZero();

    JsonNode export = exported();
    assertThat(export.path("records")).isEmpty();
    assertThat(export.path("rows")).isEmpty();
    assertThat(export.path("decisions").findValuesAsText("note")).containsExactly("sold");
    assertThat(export.path("exceptions").findValuesAsText("id")).containsExactly(exception);
    assertThat(export.path("messages").findValuesAsText("event")).contains("OPENED");

    erase();
    assertThat(holding(canaries)).isEmpty();
    assertThat(hub.run("person", "export", address)).isEqualTo(Exit.UNKNOWN_RECORD);
  }

  /** Drops a feed's sample again, without the person. */
  private void leave(String sample) throws IOException {
    Path file = hub.config.resolve("samples").resolve(sample);
    String rest =
        Files.readAllLines(file).stream()
            .filter(line -> !lower(line).contains(lower(address)))
            .collect(Collectors.joining("\r\n"));
    hub.drop(sample.substring(0, sample.indexOf('/')), "left.csv", rest);
  }

  @Test
  void theQueueHearsThatTheExceptionIsClearedAndNotWhose() throws IOException {
    Set<String> canaries = canaries(exported());
    erase();

    try (Store store = Store.join(StoreSettings.sqlite(hub.data))) {
      List<Message> owed = store.outbox().pending(1000);
      assertThat(owed)
          .filteredOn(message -> message.exceptionId().equals(exception))
          .singleElement()
          .satisfies(message -> assertThat(message.event()).isEqualTo("CLEARED"));
      assertThat(owed).as("the others are sent again").hasSizeGreaterThan(10);
      assertThat(owed)
          .allSatisfy(message -> assertThat(canaries).noneMatch(message.body()::contains));
      assertThat(store.decisions(change -> "").spentIds()).contains(exception);
    }
  }

  @Test
  void whoWasErasedIsPassedOverWhenASourceBringsThemAgain() throws IOException {
    JsonNode others = hub.json("summary.json");
    Set<String> canaries = canaries(exported());
    List<String> ids = exported().path("records").findValuesAsText("record");
    erase();

    hub.drop(
        "exchange",
        "again.csv",
        Files.readAllBytes(hub.config.resolve("samples/exchange/MobileDevices.csv")));
    assertThat(hub.once()).as(hub.err).isZero();

    for (String report : List.of("exceptions.json", "merged.csv", "rejected.csv", "users.csv")) {
      assertThat(hub.text(report)).doesNotContain(address).doesNotContain(ids);
    }
    assertThat(hub.feed("exchange").path("ignored").asInt())
        .isGreaterThan(feed(others, "exchange").path("ignored").asInt());
    assertThat(canaries).isNotEmpty();
    assertThat(hub.text("exceptions.json")).doesNotContain(exception);
  }

  private static JsonNode feed(JsonNode summary, String name) {
    for (JsonNode feed : summary.path("feeds")) {
      if (feed.path("name").asText().equals(name)) {
        return feed;
      }
    }
    throw new AssertionError("no feed " + name);
  }

  @Test
  void aRunningHubIsNotErasedFrom() throws Exception {
    Folders folders =
        CommandLine.populateCommand(
            new Folders(),
            "--config=" + hub.config,
            "--routes=" + hub.routes,
            "--data=" + hub.data);
    try (Wiring running = Wiring.of(folders, true)) {
      assertThat(running.isTroubled()).isFalse();
      assertThat(hub.run("person", "erase", address, WHY[0], WHY[1], WHY[2], WHY[3]))
          .isEqualTo(Exit.FAILED);
      assertThat(hub.err).contains("in use by another hub");
    }
  }
}
