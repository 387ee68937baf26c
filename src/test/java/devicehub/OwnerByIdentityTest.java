package devicehub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * {@code Get-MobileDevice} alone names no mailbox: whose a device is stands in its Identity, and
 * the directory knows who that is.
 */
class OwnerByIdentityTest {
  private static final String PEOPLE =
      """
      mail,sAMAccountName,distinguishedName,canonicalName,displayName,type
      jane.doe@acme.example,jadoe0,"CN=Doe\\, Jane,OU=Sales,DC=acme,DC=example","acme.example/Sales/Doe, Jane","Doe, Jane",UserMailbox
      jane.poe@acme.example,japoe1,"CN=Poe\\, Jane,OU=Sales,DC=acme,DC=example","acme.example/Sales/Poe, Jane","Poe, Jane",UserMailbox
      """;

  private static final String DEVICES =
      """
      {"Devices":[
       {"Id":{"Value":12001},"SerialNumber":"DMPVQ0AAHP50","UserName":"jane","UserEmailAddress":"jane.doe@acme.example",
        "Platform":"Apple","Model":"iPhone 13 Pro","LastSeen":"2026-01-22T10:51:02","EnrollmentStatus":"Enrolled"},
       {"Id":{"Value":12002},"SerialNumber":"DMPVQ0AAHP51","UserName":"jane","UserEmailAddress":"jane.poe@acme.example",
        "Platform":"Apple","Model":"iPhone 13 Pro","LastSeen":"2026-01-22T10:51:02","EnrollmentStatus":"Enrolled"}],
       "Total":2}
      """;

  @TempDir Path folder;

  private HubRun run(String identity) throws IOException {
    HubRun hub = new HubRun(folder);
    Files.writeString(hub.config.resolve("hub.properties"), "samples=false\n");
    Files.writeString(
        hub.config.resolve("feeds.yaml"),
        """
        exchange: {kind: exchange}
        people: {kind: directory}
        phones: {kind: workspace-one}
        """);
    Files.delete(hub.routes.resolve("maas360.camel.yaml"));
    Files.delete(hub.routes.resolve("traveler.camel.yaml"));
    Files.writeString(
        hub.routes.resolve("phones.camel.yaml"),
        Files.readString(hub.routes.resolve("exchange.camel.yaml")).replace("exchange", "phones"));
    hub.drop("people", "people.csv", PEOPLE);
    hub.drop("phones", "search.json", DEVICES);
    hub.drop(
        "exchange",
        "devices.csv",
        "\"Identity\",\"DeviceId\",\"DeviceType\",\"DeviceModel\",\"UserDisplayName\"\n"
            + ("\""
                + identity
                + "\",\"12VSNH98DT6F3C0D2RODSILDH8\",\"iPhone\",\"iPhone14C2\",\"Jane\"\n"));
    assertThat(hub.once()).as(hub.err).isZero();
    return hub;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          acme.example/Sales/Doe, Jane/ExchangeActiveSyncDevices/iPhone§12VSNH98DT6F3C0D2RODSILDH8
          acme.example/Sales/Doe, Jane/ExchangeActiveSyncDevices/iPhone?12VSNH98DT6F3C0D2RODSILDH8
          CN=iPhone§12VSNH98DT6F3C0D2RODSILDH8,CN=ExchangeActiveSyncDevices,CN=Doe\\, Jane,OU=Sales,DC=acme,DC=example
          jadoe0\\ExchangeActiveSyncDevices\\iPhone§12VSNH98DT6F3C0D2RODSILDH8
          """)
  void theOwnerInTheIdentityIsFoundInTheDirectory(String identity) throws IOException {
    HubRun hub = run(identity);
    assertThat(hub.text("merged.csv").lines().skip(1))
        .singleElement()
        .asString()
        .startsWith("phones,12001,exchange,")
        .contains("jane.doe@acme.example");
  }

  @Test
  void aNameTheDirectoryDoesNotKnowOwnsNothing() throws IOException {
    HubRun hub =
        run("acme.example/Sales/Jane/ExchangeActiveSyncDevices/iPhone§12VSNH98DT6F3C0D2RODSILDH8");
    assertThat(hub.text("merged.csv").lines()).hasSize(1);
    assertThat(hub.text("exceptions.csv").lines())
        .filteredOn(line -> line.contains("12VSNH98DT6F3C0D2RODSILDH8"))
        .hasSize(1);
  }
}
