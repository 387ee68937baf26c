package devicehub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Workspace ONE and Jamf, connected by nothing but a block each in {@code config/feeds.yaml} and a
 * file each in {@code routes/}, as the README of the routes tells it.
 */
class ConnectedByFilesTest {
  @TempDir static Path folder;
  static HubRun hub;
  static int exit;

  @BeforeAll
  static void connectAndRunOnce() throws IOException {
    hub = new HubRun(folder);
    Files.writeString(
        hub.config.resolve("feeds.yaml"),
        Files.readString(hub.config.resolve("feeds.yaml"))
            + """

            tablets:
              kind: workspace-one
            macs-and-phones:
              kind: jamf
            """);
    route("tablets");
    route("macs-and-phones");
    hub.drop("tablets", "search.json", WORKSPACE_ONE);
    hub.drop("macs-and-phones", "device.json", JAMF);
    hub.drop("tablets", "next.json.part", WORKSPACE_ONE.substring(9));
    Files.delete(hub.config.resolve("samples/exchange/MobileDevices.csv"));
    hub.drop("exchange", "export.csv", EXCHANGE);
    exit = hub.once();
  }

  /** The shipped route for dropped files, under another feed's name. */
  private static void route(String feed) throws IOException {
    String shipped = Files.readString(hub.routes.resolve("exchange.camel.yaml"));
    Files.writeString(hub.routes.resolve(feed + ".camel.yaml"), shipped.replace("exchange", feed));
  }

  @Test
  void nothingIsWrong() {
    assertThat(exit).as(hub.err).isZero();
  }

  @Test
  void whatIsStillBeingWrittenIsLeftAndNotWaitedFor() {
    assertThat(hub.data.resolve("inbox/tablets/next.json.part")).exists();
  }

  @Test
  void allRecordsAreTaken() throws IOException {
    assertThat(hub.feed("tablets").path("accepted").asInt()).isEqualTo(3);
    assertThat(hub.feed("macs-and-phones").path("accepted").asInt()).isEqualTo(1);
  }

  @Test
  void theirDevicesMeetTheirMailRecords() throws IOException {
    assertThat(hub.text("merged.csv"))
        .contains("tablets,12001,exchange,rita.roe@acme.example/TUCLLFJHPL779ACL9DCJQFN39F")
        .contains("macs-and-phones,7,exchange,jo.betty@acme.example/F4RJBB0MD91DH6V1S8KCTI4GQG");
  }

  @Test
  void twoTabletsThatMayBeTheOneAreReferred() throws IOException {
    assertThat(hub.text("exceptions.csv").lines())
        .filteredOn(line -> line.contains("sam.pool@acme.example/SEC17CD1A3E9E3F2"))
        .singleElement()
        .asString()
        .containsPattern(",2,tablets:1200[23],");
  }

  private static final String WORKSPACE_ONE =
      """
      {"Devices":[
       {"Id":{"Value":12001},"EasId":"TUCLLFJHPL779ACL9DCJQFN39F","SerialNumber":"DMPVQ0AAHP50",
        "UserName":"rroe","UserEmailAddress":"rita.roe@acme.example","Platform":"Apple",
        "Model":"iPad Pro with Wi-Fi + Cellular (10.5-inch)(256 GB Rose Gold)",
        "OperatingSystem":"17.7.2","LastSeen":"2026-01-22T10:51:02.123","EnrollmentStatus":"Enrolled"},
       {"Id":{"Value":12002},"EasId":"","SerialNumber":"R5CX10ABCDE","UserName":"spool",
        "UserEmailAddress":"sam.pool@acme.example","Platform":"Android","Model":"samsung SM-X700",
        "OEMInfo":"samsung","LastSeen":"2026-01-21T10:51:02","EnrollmentStatus":"Enrolled"},
       {"Id":{"Value":12003},"EasId":"","SerialNumber":"R5CX10ABCDF","UserName":"spool",
        "UserEmailAddress":"sam.pool@acme.example","Platform":"Android","Model":"samsung SM-X700",
        "OEMInfo":"samsung","LastSeen":"2026-01-21T10:51:02","EnrollmentStatus":"Enrolled"}],
       "Page":0,"PageSize":500,"Total":3}
      """;

  private static final String JAMF =
      """
      {"mobile_device":{
       "general":{"id":7,"device_name":"Jo's iPhone","os_type":"iOS","os_version":"17.7.2",
        "serial_number":"C02Q7KHTGFWF","udid":"00008030-001A2D2E3C4F801E","managed":true,
        "model_identifier":"iPhone12,8","last_inventory_update_epoch":1769079062000,
        "exchange_activesync_device_identifier":"F4RJBB0MD91DH6V1S8KCTI4GQG"},
       "location":{"username":"jbetty","email_address":"jo.betty@acme.example"}}}
      """;

  private static final String EXCHANGE =
      """
      "PrimarySMTPAddress","DeviceID","DeviceType","DeviceModel","LastSuccessSync"
      "rita.roe@acme.example","TUCLLFJHPL779ACL9DCJQFN39F","iPad","iPad7C4","1/22/2026 10:51:02 AM"
      "sam.pool@acme.example","SEC17CD1A3E9E3F2","Android","SM-X700","1/22/2026 10:51:02 AM"
      "jo.betty@acme.example","F4RJBB0MD91DH6V1S8KCTI4GQG","iPhone","iPhone12C8","1/22/2026 10:51:02 AM"
      """;
}
