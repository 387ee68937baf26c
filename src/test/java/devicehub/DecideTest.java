package devicehub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people decide on the command line, on the sample company. */
class DecideTest {
  private static final String ENROLMENT = "maas360:ApplPEXKN2XRWW";
  private static final String MAIL = "exchange:jane.doe@acme.example/D8SB2C8IAS0IARBKS64RHFTRCO";

  @TempDir static Path folder;

  private HubRun hub;

  private int decide(String... arguments) {
    List<String> all = new ArrayList<>(List.of("decide"));
    all.addAll(List.of(arguments));
    all.addAll(List.of("--note", "asked her", "--by", "Ann Poe"));
    return hub.run(all.toArray(String[]::new));
  }

  @Test
  void aSeparatedPairIsNeitherMergedNorRestored() throws IOException {
    hub = new HubRun(folder);
    assertThat(hub.once()).as(hub.err).isZero();
    assertThat(hub.text("merged.csv")).contains("D8SB2C8IAS0IARBKS64RHFTRCO");
    String typed = MAIL.toUpperCase(Locale.ROOT).replace("EXCHANGE", "exchange");
    assertThat(decide("separate", ENROLMENT, typed)).as(hub.err).isZero();
    assertThat(hub.out).as("as its server spells it").contains(MAIL);
    for (String kind : new String[] {"merge", "restore"}) {
      assertThat(decide(kind, MAIL, ENROLMENT)).as(kind).isNotZero();
      assertThat(hub.err).contains("a separated pair never merges again");
    }
    assertThat(hub.once()).as(hub.err).isZero();
    assertThat(hub.text("merged.csv")).doesNotContain("D8SB2C8IAS0IARBKS64RHFTRCO");
    assertThat(hub.text("exceptions.csv")).contains("SEPARATED");
  }

  @Test
  void aDecisionIsOneLineWhateverItsNoteSays(@TempDir Path fresh) throws IOException {
    hub = new HubRun(fresh);
    assertThat(hub.once()).as(hub.err).isZero();
    String note = "lost\n2 2026-01-01T00:00:00Z merge\u001b[2J\u2028\u202ereversed";
    String shown = "lost 2 2026-01-01T00:00:00Z merge [2J reversed";
    assertThat(hub.run("decide", "exclude", MAIL, "--note", note, "--by", "Ann\nPoe")).isZero();
    assertThat(hub.out.lines()).hasSize(1);
    assertThat(hub.run("decisions")).isZero();
    assertThat(hub.out.lines()).singleElement().asString().endsWith("by Ann Poe: " + shown);
    assertThat(hub.run("explain", MAIL)).isZero();
    assertThat(hub.out).contains("Ann Poe excluded it on ").contains(": " + shown + "\n");
    assertThat(hub.run("explain", MAIL, "exchange:nobody/NONE")).isEqualTo(Exit.UNKNOWN_RECORD);
    assertThat(hub.err).isEqualToIgnoringNewLines("devicehub: unknown record exchange:nobody/NONE");
  }

  @Test
  void anExcludedRecordIsRestoredBeforeItIsMerged(@TempDir Path fresh) throws IOException {
    hub = new HubRun(fresh);
    assertThat(hub.once()).as(hub.err).isZero();
    assertThat(decide("exclude", MAIL)).as(hub.err).isZero();
    assertThat(decide("merge", ENROLMENT, MAIL)).isNotZero();
    assertThat(hub.err).contains(MAIL + " is excluded: restore it first");
    assertThat(decide("restore", MAIL)).as(hub.err).isZero();
    assertThat(decide("merge", ENROLMENT, MAIL)).as(hub.err).isZero();
    assertThat(hub.once()).as(hub.err).isZero();
    assertThat(hub.text("merged.csv"))
        .contains("D8SB2C8IAS0IARBKS64RHFTRCO,jane.doe@acme.example")
        .contains(",reviewer,");
    assertThat(hub.run("person", "export", "jane.doe@acme.example")).as(hub.err).isZero();
    String decisions = hub.out.substring(hub.out.indexOf("\"decisions\""));
    assertThat(decisions).as("by which the phone is known again").contains("pexkn2xrww");
    assertThat(decisions).contains("\"sameOwner\" : \"YES\"");
  }
}
