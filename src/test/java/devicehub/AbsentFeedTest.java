package devicehub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A feed that has never said anything is no proof that anything is missing. */
class AbsentFeedTest {
  @TempDir Path folder;
  private HubRun hub;

  @BeforeEach
  void aHub() throws IOException {
    hub = new HubRun(folder);
  }

  private String breakFeed(String name, String what, String by) throws IOException {
    Path feeds = hub.config.resolve("feeds.yaml");
    String text = Files.readString(feeds);
    int at = text.indexOf("\n" + name + ":");
    String broken = text.substring(0, at) + text.substring(at).replaceFirst(what, by);
    assertThat(broken).isNotEqualTo(text);
    Files.writeString(feeds, broken);
    return text;
  }

  @Test
  void aServerThatNeverAnsweredMakesNoExceptionAndWhenItDoesAllIsDecided() throws IOException {
    String shipped = breakFeed("maas360", "password: sample", "password: wrong");
    assertThat(hub.once()).isEqualTo(Exit.FEED_TROUBLE);
    assertThat(hub.text("exceptions.csv").lines()).as("the header alone").hasSize(1);
    assertThat(hub.text("merged.csv").lines()).hasSize(1);
    assertThat(hub.json("summary.json").at("/cycle/opened").asInt()).isZero();
    assertThat(hub.json("summary.json").at("/waiting/records").asInt()).isPositive();
    assertThat(hub.json("summary.json").at("/waiting/feeds/0").asText()).isEqualTo("maas360");
    assertThat(hub.out).contains("wait to be decided until maas360 brings something good");
    assertThat(hub.text("exceptions.html")).contains("until maas360 brings something good");

    String mail = "exchange:carlos.ali@acme.example/SVSBGQ3UKA50OUNRL1053AK6J8";
    assertThat(hub.run("explain", mail)).isZero();
    assertThat(hub.out)
        .startsWith(mail + " waits for maas360.")
        .contains("As it is: " + mail + " is an exception: OWNER_HAS_NO_ENROLLMENT.");

    Files.writeString(hub.config.resolve("feeds.yaml"), shipped);
    assertThat(hub.once()).isZero();
    assertThat(hub.json("summary.json").at("/waiting/records").asInt()).isZero();
    assertThat(hub.json("summary.json").at("/cycle/mergedTotal").asInt()).isEqualTo(133);
    assertThat(hub.json("summary.json").at("/cycle/cleared").asInt())
        .as("nothing was opened too soon")
        .isZero();
    assertThat(hub.run("explain", mail)).isZero();
    assertThat(hub.out).startsWith(mail + " is merged with ");
  }

  @Test
  void aDirectoryThatNeverAnsweredLeavesStrangersAlone() throws IOException {
    hub = new HubRun(folder.resolve("other"));
    Path sample = hub.config.resolve("samples/people");
    assertThat(sample).isDirectory();
    try (var files = Files.list(sample)) {
      for (Path file : files.toList()) {
        Files.writeString(file, "uid,mail\n");
      }
    }
    assertThat(hub.once()).isEqualTo(Exit.FEED_TROUBLE);
    assertThat(hub.json("summary.json").at("/cycle/exceptionsByReason/NO_OWNER").asInt()).isZero();
    assertThat(hub.json("summary.json").at("/waiting/feeds/0").asText()).isEqualTo("people");
    assertThat(hub.json("summary.json").at("/cycle/mergedTotal").asInt())
        .as("an id of the same owner still proves a pair")
        .isPositive();

    String enrolment = "maas360:Appl4ARMXYCKLW";
    String mail = "exchange:carlos.horvat@acme.example/67M8J9L9RI84FJ8KPD085ERSUG";
    assertThat(hub.text("merged.csv")).doesNotContain(mail.substring(9));
    assertThat(hub.run("explain", mail)).isZero();
    assertThat(hub.out).startsWith(mail + " waits for people.");
    assertThat(hub.run("explain", enrolment, mail)).isZero();
    assertThat(hub.out)
        .startsWith(enrolment + " with " + mail + " waits for people.")
        .contains("As it is: " + enrolment + " and " + mail + " are one device.");
    assertThat(hub.run("explain", "--json", enrolment)).isZero();
    assertThat(hub.out).as("as the report has it").doesNotContain("/" + mail.substring(9));
  }

  @Test
  void aMailServerThatNeverAnsweredKeepsNobodyWaiting() throws IOException {
    breakFeed("traveler", "password: sample", "password: wrong");
    assertThat(hub.once()).isEqualTo(Exit.FEED_TROUBLE);
    assertThat(hub.json("summary.json").at("/waiting/records").asInt()).isZero();
    assertThat(hub.json("summary.json").at("/cycle/mergedTotal").asInt()).isPositive();
  }
}
