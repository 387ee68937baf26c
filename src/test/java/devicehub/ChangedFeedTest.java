package devicehub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A feed that {@code feeds.yaml} describes otherwise than when its snapshot in force came. */
class ChangedFeedTest {
  private static final String CSV = RunningHub.HEADER + RunningHub.JANE + RunningHub.ANN;
  private static final String JANE = "mailboxes:jane.doe@acme.example/12VSNH98DT6F3C0D2RODSILDH8";

  @TempDir Path folder;
  private HubRun hub;

  @BeforeEach
  void aHubThatTookAnExport() throws IOException {
    hub = RunningHub.folders(folder);
    String route = Files.readString(Path.of("routes/exchange.camel.yaml"));
    Files.writeString(
        hub.routes.resolve("mailboxes.camel.yaml"), route.replace("exchange", "mailboxes"));
    hub.drop("mailboxes", "export.csv", CSV);
    assertThat(hub.once()).as(hub.err).isZero();
    assertThat(hub.run("explain", JANE)).isZero();
  }

  private void describe(String block) throws IOException {
    Files.writeString(hub.config.resolve("feeds.yaml"), "mailboxes:\n" + block.indent(2));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "kind: exchange\nformat: json\nrecords: value\n",
        "kind: exchange\nfields: {mailbox: [Postfach], identity: [Geraet]}\n",
        "kind: exchange\ndelimiter: semicolon\n",
        "kind: exchange\nfields: {status: [DeviceType]}\nstatus: {ignored: [iPhone]}\n",
      })
  void whatCannotBeReadAnyMoreIsSaidAndTheHubGoesOn(String block) throws IOException {
    describe(block);
    assertThat(hub.once()).isEqualTo(Exit.FEED_TROUBLE);
    assertThat(hub.feed("mailboxes").path("state").asText()).isEqualTo("unreadable");
    assertThat(hub.feed("mailboxes").path("trouble").asText())
        .contains("cannot be read as config/feeds.yaml describes it now", "export.csv");
    assertThat(hub.text("rejected.csv")).contains("mailboxes,mailboxes,0,");
    assertThat(hub.run("explain", JANE)).isEqualTo(Exit.UNKNOWN_RECORD);

    describe("kind: exchange\n");
    assertThat(hub.once()).as("described as before").isZero();
    assertThat(hub.run("explain", JANE)).isZero();
  }

  @Test
  void theNextExportHealsIt() throws IOException {
    describe("kind: exchange\ndelimiter: semicolon\n");
    hub.drop("mailboxes", "export.csv", CSV.replace(',', ';'));
    assertThat(hub.once()).as(hub.err).isZero();
    assertThat(hub.feed("mailboxes").path("state").asText()).isEqualTo("in force");
    assertThat(hub.run("explain", JANE)).isZero();
    assertThat(hub.once()).as("after a restart").isZero();
  }

  @Test
  void anEmptyExportDoesNotHealIt() throws IOException {
    describe("kind: exchange\ndelimiter: semicolon\n");
    hub.drop("mailboxes", "empty.csv", RunningHub.HEADER.replace(',', ';'));
    assertThat(hub.once()).isEqualTo(Exit.FEED_TROUBLE);
    assertThat(hub.feed("mailboxes").path("state").asText()).isEqualTo("held");
    assertThat(hub.feed("mailboxes").path("trouble").asText()).contains("cannot be read as");
  }
}
