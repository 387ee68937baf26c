package devicehub.config;

import static org.assertj.core.api.Assertions.assertThat;

import devicehub.device.DeviceRecord;
import devicehub.device.Hardware;
import devicehub.device.Identifier;
import devicehub.device.OwnerClaim;
import devicehub.format.FormatSpec;
import devicehub.format.Limits;
import devicehub.format.PagePaths;
import devicehub.format.RowReaders;
import devicehub.intake.HardwareReader;
import devicehub.intake.RowIntake;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Presets at work: rows of each vendor's shape, and the records they become. */
class PresetRowsTest {
  @TempDir Path temp;

  private RowIntake intake(String feedYaml, String input) {
    FeedConfig feed =
        new ConfigFolder(temp)
            .write("feeds.yaml", "feed: {" + feedYaml + "}\n")
            .load()
            .feeds()
            .get("feed");
    FormatConfig format = feed.format();
    FormatSpec spec =
        new FormatSpec(
            format.format(),
            format.charset(),
            format.delimiter(),
            false,
            format.records(),
            PagePaths.NONE,
            Limits.DEFAULT);
    RowIntake intake = new RowIntake(feed.spec(), new HardwareReader()).from("input");
    try {
      RowReaders.of(spec, feed.spec().fields().allColumns())
          .read("input", new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), intake);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    assertThat(intake.faults()).isEmpty();
    return intake;
  }

  private List<String> records(String feedYaml, String input) {
    return intake(feedYaml, input).records().stream().map(PresetRowsTest::line).toList();
  }

  /** What matters of a record, in one line. */
  private static String line(DeviceRecord record) {
    Hardware hardware = record.hardware();
    return Stream.of(
            record.key().id(),
            record.identifiers().stream().map(Identifier::shown).collect(Collectors.joining(" ")),
            record.owners().stream().map(OwnerClaim::shown).collect(Collectors.joining(" ")),
            hardware.manufacturer() + " " + hardware.model() + " " + hardware.platform(),
            hardware.osVersion().toString(),
            record.lifecycle().toString(),
            record.lastSeen().map(Instant::toString).orElse("never"),
            String.join("; ", record.remarks()))
        .collect(Collectors.joining(" | "));
  }

  @Test
  void maas360IgnoresWhatIsKnownFromMailAloneAndNeverTakesItsOwnMerge() {
    assertThat(
            records(
                "kind: maas360",
                """
                {"devices":{"count":3,"device":[
                 {"maas360DeviceID":"ApplF17LTTCGFFG8","deviceName":"jdoe-iPhone","username":"jdoe",
                  "userDomain":"acme.example","emailAddress":"jane.doe@acme.example","platformName":"iOS",
                  "deviceType":"Smartphone","manufacturer":"Apple","model":"iPhone 7 Plus","modelId":"iPhone9,4",
                  "osName":"iOS 15.8.2","osVersion":"15.8.2","imeiEsn":351623070066166,
                  "platformSerialNumber":"F17LTTCGFFG8","udid":"","lastReported":"2019-04-23T16:11:23",
                  "lastReportedInEpochms":1556035883843,"mailboxDeviceId":"K6CKULJTID3SDEAIV0ELHBBTTO",
                  "mdmMailboxDeviceId":"12VSNH98DT6F3C0D2RODSILDH8","unifiedTravelerDeviceId":"ApplF17LTTCGFFG8",
                  "deviceStatus":"Active","maas360ManagedStatus":"Enrolled"},
                 {"maas360DeviceID":"androidc60775214","maas360ManagedStatus":"Not Enrolled"},
                 {"maas360DeviceID":"Androidf32e71a6721a886c","emailAddress":"jdoe@acme.example",
                  "platformName":"Android","manufacturer":"blackberry","model":"STV100-1",
                  "osName":"Android 6.0.1 (MMB29M)","osVersion":"6.0.1","lastReported":"2019-04-23T16:11:23",
                  "lastReportedInEpochms":"","deviceStatus":"InActive",
                  "maas360ManagedStatus":"User Removed Control"}]}}
                """))
        .containsExactly(
            "ApplF17LTTCGFFG8 | F17LTTCGFFG8 12VSNH98DT6F3C0D2RODSILDH8 ApplF17LTTCGFFG8"
                + " 351623070066166 | jane.doe@acme.example acme.example\\jdoe | Apple iPhone9,4"
                + " IOS | 15.8.2 | ACTIVE | 2019-04-23T16:11:23.843Z | ",
            "Androidf32e71a6721a886c | Androidf32e71a6721a886c | jdoe@acme.example | BlackBerry"
                + " STV100-1 ANDROID | 6.0.1 | RETIRED | 2019-04-23T16:11:23Z | ");
  }

  @Test
  void exchangeReadsIdentitiesInEverySpelling() {
    assertThat(
            records(
                "kind: exchange, culture: en-US",
                """
                #TYPE Selected.System.Management.Automation.PSCustomObject
                "Identity","PrimarySMTPAddress","DeviceID","DeviceType","DeviceModel","DeviceOS","LastSuccessSync"
                "acme.example/Users/Jane Doe/ExchangeActiveSyncDevices/iPhone§12VSNH98DT6F3C0D2RODSILDH8","jane.doe@acme.example","12VSNH98DT6F3C0D2RODSILDH8","iPhone","iPhone9C4","iOS 15.8.2 19H384","1/3/2026 9:13:49 AM"
                "CarlosM\\ExchangeActiveSyncDevices\\REST§Outlook§5eec4e941e0748a264512fd83770d5ac","","","","Outlook for iOS and Android","iOS 10.3.3",""
                """))
        .containsExactly(
            "jane.doe@acme.example/12VSNH98DT6F3C0D2RODSILDH8 | 12VSNH98DT6F3C0D2RODSILDH8 |"
                + " jane.doe@acme.example acme.example/Users/Jane Doe | Apple iPhone9,4 IOS |"
                + " 15.8.2 | ACTIVE | 2026-01-03T09:13:49Z | ",
            "CarlosM/5eec4e941e0748a264512fd83770d5ac | 5eec4e941e0748a264512fd83770d5ac | CarlosM"
                + " |   IOS | 10.3.3 | ACTIVE | never | ");
  }

  @Test
  void activeDirectoryNamesTheUserInTheDistinguishedName() {
    assertThat(
            records(
                "kind: ad",
                """
                distinguishedName,msExchDeviceID,msExchDeviceType,msExchDeviceModel,msExchFirstSyncTime
                "CN=iPhone§12VSNH98DT6F3C0D2RODSILDH8,CN=ExchangeActiveSyncDevices,CN=Sample\\, Maria,OU=Users,DC=acme,DC=example",12VSNH98DT6F3C0D2RODSILDH8,iPhone,iPhone9C4,20240131120000.0Z
                """))
        .containsExactly(
            "CN=Sample\\, Maria,OU=Users,DC=acme,DC=example/12VSNH98DT6F3C0D2RODSILDH8 |"
                + " 12VSNH98DT6F3C0D2RODSILDH8 | CN=Sample\\, Maria,OU=Users,DC=acme,DC=example |"
                + " Apple iPhone9,4 IOS |  | ACTIVE | never | ");
  }

  @Test
  void travelerTellsTheSystemInItsDeviceType() {
    assertThat(
            records(
                "kind: traveler",
                """
                {"code":200,"message":"OK","next":"","totalRecords":"2","data":[
                 {"deviceid":"ApplC39XXXXXXXXX","username":"CN=Jane Doe\\/O=Acme","device_provider":"iPhone",
                  "device_type":"Apple-iPhone7C2\\/1208.143","last_sync_time":"1496750400000"},
                 {"deviceid":"Android8a9df7fe622a2055","username":"CN=Maya Bakker\\/O=Acme",
                  "device_provider":"Zebra TC52","device_type":"Android 13","last_sync_time":"1768975810000"}]}
                """))
        .containsExactly(
            "CN=Jane Doe/O=Acme/ApplC39XXXXXXXXX | ApplC39XXXXXXXXX C39XXXXXXXXX | CN=Jane"
                + " Doe/O=Acme | Apple iPhone7,2 IOS |  | ACTIVE | 2017-06-06T12:00:00Z | ",
            "CN=Maya Bakker/O=Acme/Android8a9df7fe622a2055 | Android8a9df7fe622a2055 | CN=Maya"
                + " Bakker/O=Acme | Zebra TC52 ANDROID | 13 | ACTIVE | 2026-01-21T06:10:10Z | ");
  }

  @Test
  void zpushTellsLocalTime() {
    assertThat(
            records(
                "kind: zpush, zone: Europe/Berlin",
                """
                All synchronized devices
                -----------------------------------------
                Device id\tSynchronized user\tLast sync time\tdeviceType\tUserAgent\tdeviceModel\tdeviceOS\t
                kesui6t2e97kt148e4m44phha4\tjdoe\t2024-01-19 18:00\tiPhone\tApple-iPhone9C4/1908.384\tiPhone9C4\tiOS 15.8.2\t
                """))
        .containsExactly(
            "jdoe/kesui6t2e97kt148e4m44phha4 | kesui6t2e97kt148e4m44phha4 | jdoe | Apple iPhone9,4"
                + " IOS | 15.8.2 | ACTIVE | 2024-01-19T17:00:00Z | ");
  }

  @Test
  void grommunioTellsSeconds() {
    assertThat(
            records(
                "kind: grommunio",
                """
                {"data":[{"deviceid":"kesui6t2e97kt148e4m44phha4","devicetype":"iPhone",
                 "useragent":"Apple-iPhone9C4/1908.384","deviceuser":"jdoe@acme.example",
                 "firstsynctime":1705680000,"lastconnecttime":1705683600,"asversion":14.1,"wipeStatus":1}]}
                """))
        .containsExactly(
            "jdoe@acme.example/kesui6t2e97kt148e4m44phha4 | kesui6t2e97kt148e4m44phha4 |"
                + " jdoe@acme.example | Apple iPhone9,4 IOS |  | ACTIVE | 2024-01-19T17:00:00Z | ");
  }

  @Test
  void intuneExportsHaveTheirOwnNames() {
    assertThat(
            records(
                "kind: intune",
                """
                Device ID,Device name,Last check-in,OS version,EAS activation ID,Serial number,Manufacturer,Model,IMEI,Primary user UPN,Primary user email address,Managed by
                705c034c-034c-705c-4c03-5c704c035c70,jdoe_iOS,2024-01-02 03:04:05.0000000,17.2.1,K6CKULJTID3SDEAIV0ELHBBTTO,F17LTTCGFFG8,Apple,iPhone 14,,jdoe@acme.example,jane.doe@acme.example,Intune
                805c034c-034c-705c-4c03-5c704c035c70,only mail,2024-01-02 03:04:05.0000000,,A6CKULJTID3SDEAIV0ELHBBTTO,,,,,jdoe@acme.example,,EAS
                """))
        .containsExactly(
            "705c034c-034c-705c-4c03-5c704c035c70 | F17LTTCGFFG8 K6CKULJTID3SDEAIV0ELHBBTTO"
                + " 705c034c-034c-705c-4c03-5c704c035c70 | jane.doe@acme.example jdoe@acme.example"
                + " | Apple iPhone 14 IOS | 17.2.1 | ACTIVE | 2024-01-02T03:04:05Z | ");
  }

  @Test
  void graphTellsTheOffset() {
    assertThat(
            records(
                "kind: graph",
                """
                {"@odata.count":1,"@odata.nextLink":"https://graph.microsoft.com/v1.0/next","value":[
                 {"id":"705c034c-034c-705c-4c03-5c704c035c70","deviceName":"jdoe_Android","managementAgent":"mdm",
                  "enrolledDateTime":"0001-01-01T00:00:00Z","lastSyncDateTime":"2017-01-01T00:02:49.3205976-08:00",
                  "operatingSystem":"Android","osVersion":"14.0","easDeviceId":"SEC17CD1A3E9E3F2",
                  "emailAddress":"jane.doe@acme.example","userPrincipalName":"jdoe@acme.example",
                  "model":"SM-S921B","manufacturer":"samsung","imei":"351623070066166","meid":"",
                  "serialNumber":"R58M12ABCDE"}]}
                """))
        .containsExactly(
            "705c034c-034c-705c-4c03-5c704c035c70 | R58M12ABCDE SEC17CD1A3E9E3F2 351623070066166"
                + " 705c034c-034c-705c-4c03-5c704c035c70 | jane.doe@acme.example jdoe@acme.example"
                + " | Samsung SM-S921B ANDROID | 14.0 | ACTIVE | 2017-01-01T08:02:49.320Z | ");
  }

  @Test
  void jamfKeepsADeviceInParts() {
    assertThat(
            records(
                "kind: jamf",
                """
                {"mobile_device":{"general":{"id":7,"name":"Janes iPhone","os_type":"iOS","os_version":"10.3.2",
                  "serial_number":"C02Q7KHTGFWF","udid":"270aae10800b6e61a2ee2bbc285eb967050b5984",
                  "last_inventory_update_utc":"2017-07-07T18:37:04.555-0500","model":"iPhone 6S",
                  "model_identifier":"iPhone8,1","managed":true,
                  "exchange_activesync_device_identifier":"TUCLLFJHPL779ACL9DCJQFN39F"},
                 "location":{"username":"jdoe","realname":"Jane Doe","email_address":"jane.doe@acme.example"},
                 "network":{"imei":"35 162307 006616 6"}}}
                """))
        .containsExactly(
            "7 | C02Q7KHTGFWF TUCLLFJHPL779ACL9DCJQFN39F 35 162307 006616 6"
                + " 270aae10800b6e61a2ee2bbc285eb967050b5984 | jane.doe@acme.example jdoe | Apple"
                + " iPhone8,1 IOS | 10.3.2 | ACTIVE | 2017-07-07T23:37:04.555Z | ");
  }

  @Test
  void workspaceOneKeepsSeveralMailIds() {
    assertThat(
            records(
                "kind: workspace-one",
                """
                {"Devices":[{"EasIds":{"EasId":["A1B2C3D4E5F6","AirWatch615960692"]},"Udid":"",
                 "SerialNumber":"R58M12ABCDE","Imei":"351623070066166","EasId":"AirWatch615960692",
                 "UserName":"jdoe","UserEmailAddress":"jane.doe@acme.example","Platform":"Android",
                 "ModelId":{"Id":{"Value":5},"Name":"samsung SM-S921B"},"Model":"samsung SM-S921B",
                 "OperatingSystem":"14.0.0","LastSeen":"2021-06-28T04:35:20.150","EnrollmentStatus":"Enrolled",
                 "LastEnrolledOn":"0001-01-01T00:00:00.000","OEMInfo":"samsung","Id":{"Value":5614}}],
                 "Page":0,"PageSize":500,"Total":1}
                """))
        .containsExactly(
            "5614 | R58M12ABCDE AirWatch615960692 A1B2C3D4E5F6 351623070066166 |"
                + " jane.doe@acme.example jdoe | Samsung SM-S921B ANDROID | 14.0.0 | ACTIVE |"
                + " 2021-06-28T04:35:20.150Z | ");
  }

  @Test
  void blackberryListsDevicesWithOrWithoutUsers() {
    assertThat(
            records(
                "kind: blackberry",
                """
                {"userDevices":[{"device":{"guid":"4659aa7f-0a7d-9f69-258c-2800ebaa2800",
                 "activationDate":"2017-01-16T14:47:03.662Z","activeSyncId":"K6CKULJTID3SDEAIV0ELHBBTTO",
                 "hardwareModel":"Desire","hardwareVendorCompanyName":"HTC Corporation","imei":"351623070066166",
                 "os":"Android 5.0","osFamilyName":"android","osVersion":"5.0","serialNumber":"c08088415436112"},
                 "user":{"username":"jdoe","emailAddress":"jane.doe@acme.example","displayName":"Jane Doe"}}]}
                """))
        .containsExactly(
            "4659aa7f-0a7d-9f69-258c-2800ebaa2800 | c08088415436112 K6CKULJTID3SDEAIV0ELHBBTTO"
                + " 351623070066166 4659aa7f-0a7d-9f69-258c-2800ebaa2800 | jane.doe@acme.example"
                + " jdoe | HTC Desire ANDROID | 5.0 | ACTIVE | never | ");
  }

  @Test
  void ivantiWritesTheWordNull() {
    assertThat(
            records(
                "kind: ivanti",
                """
                {"result":{"totalCount":1,"searchResults":[{"id":1000000,
                 "guid":"00000000-710f-4a39-0000-5b41a0a4304d","deviceModel":"Pixel","platformType":"ANDROID",
                 "platformVersion":"10","lastCheckin":1596024109907,"registrationState":"RETIRE_PENDING",
                 "uid":"jdoe@acme.example","emailAddress":"jdoe@acme.example","manufacturer":"Google",
                 "imei":null,"easDeviceIdentifiers":["1AB48A4801E38F2BF7A44CA1145B95B5","null"],
                 "appEasIdentifiers":["null"],"prettyModel":"Pixel"}]}}
                """))
        .containsExactly(
            "00000000-710f-4a39-0000-5b41a0a4304d | 1AB48A4801E38F2BF7A44CA1145B95B5"
                + " 00000000-710f-4a39-0000-5b41a0a4304d | jdoe@acme.example | Google Pixel ANDROID"
                + " | 10 | RETIRED | 2020-07-29T12:01:49.907Z | ");
  }

  @Test
  void sotiKeepsAppleModelsInTheProductName() {
    assertThat(
            records(
                "kind: soti",
                """
                [{"DeviceUserInfo":{"UserName":null,"Email":"jane.doe@acme.example"},
                  "ManufacturerSerialNumber":"DQTFDJ0CDFHW","ProductName":"iPad2,1","Kind":"iOS",
                  "DeviceId":"c5c6c8eeaeda8ce512d3318666b0db077329325e","DeviceName":"iPad 2",
                  "LastCheckInTime":"2017-05-22T12:28:12Z","Manufacturer":"Apple","Mode":"Active",
                  "Model":"iPad","OSVersion":"9.3.5","Platform":"iOS"},
                 {"DeviceUserInfo":null,"HardwareSerialNumber":"R58G90E05AM","IMEI_MEID_ESN":"354201071682393",
                  "DeviceId":"354201071682393","Manufacturer":"samsung","Mode":"Active","Model":"SM-G388F",
                  "OSVersion":"5.1.1","Platform":"AndroidPlus","LastCheckInTime":"2017-05-25T14:29:16Z"}]
                """))
        .containsExactly(
            "c5c6c8eeaeda8ce512d3318666b0db077329325e | DQTFDJ0CDFHW"
                + " c5c6c8eeaeda8ce512d3318666b0db077329325e | jane.doe@acme.example | Apple"
                + " iPad2,1 IOS | 9.3.5 | ACTIVE | 2017-05-22T12:28:12Z | ",
            "354201071682393 | R58G90E05AM 354201071682393 354201071682393 |  | Samsung SM-G388F"
                + " ANDROID | 5.1.1 | ACTIVE | 2017-05-25T14:29:16Z | ");
  }

  @Test
  void googleEnrolmentsLeaveOutWhatMerelySyncs() {
    assertThat(
            records(
                "kind: google",
                """
                {"kind":"admin#directory#mobiledevices","mobiledevices":[
                 {"resourceId":"AFiQxQ1","deviceId":"3c404c2af5fd57b7","serialNumber":"22caa250a70d7ece",
                  "imei":"357164099163035","email":["jane.doe@acme.example","jdoe@acme.example"],
                  "name":["Jane Doe"],"manufacturer":"samsung","model":"SM-G960F","os":"Android 8.0.0",
                  "type":"ANDROID","status":"WIPING","lastSync":"2019-06-06T04:53:44.556Z"},
                 {"resourceId":"AFiQxQ2","deviceId":"12VSNH98DT6F3C0D2RODSILDH8","email":["jane.doe@acme.example"],
                  "model":"iPhone10,6","type":"GOOGLE_SYNC","status":"APPROVED"}]}
                """))
        .containsExactly(
            "AFiQxQ1 | 22caa250a70d7ece 357164099163035 3c404c2af5fd57b7 | jane.doe@acme.example"
                + " jdoe@acme.example | Samsung SM-G960F ANDROID | 8.0.0 | RETIRED |"
                + " 2019-06-06T04:53:44.556Z | ");
  }

  @Test
  void googleSyncNamesTheMailClient() {
    assertThat(
            records(
                "kind: google-sync",
                """
                {"mobiledevices":[{"resourceId":"AFiQxQ2","deviceId":"12VSNH98DT6F3C0D2RODSILDH8",
                 "email":["jane.doe@acme.example"],"model":"iPhone10,6","os":"iOS 13.1.2","type":"GOOGLE_SYNC",
                 "status":"APPROVED","lastSync":"2018-11-18T13:58:09.109Z"}]}
                """))
        .containsExactly(
            "jane.doe@acme.example/12VSNH98DT6F3C0D2RODSILDH8 | 12VSNH98DT6F3C0D2RODSILDH8 |"
                + " jane.doe@acme.example | Apple iPhone10,6 IOS | 13.1.2 | ACTIVE |"
                + " 2018-11-18T13:58:09.109Z | ");
  }

  @Test
  void csvNamesItsColumnsAsWeDo() {
    assertThat(
            records(
                "kind: csv, side: enrollment",
                """
                ID;Serial;EAS ID;Owner;Manufacturer;Model;Platform;OS Version;Last Seen;Status
                1;R58M12ABCDE;SEC17CD1A3E9E3F2;jane.doe@acme.example;Samsung;SM-S921B;Android;14;2024-01-02T03:04:05Z;removed
                """))
        .containsExactly(
            "1 | R58M12ABCDE SEC17CD1A3E9E3F2 | jane.doe@acme.example | Samsung SM-S921B ANDROID |"
                + " 14 | RETIRED | 2024-01-02T03:04:05Z | ");
  }

  @Test
  void theDirectoryKnowsEveryNameOfAPerson() {
    RowIntake intake =
        intake(
            "kind: directory",
            """
            mail,proxyAddresses,userPrincipalName,sAMAccountName,domain,uid,notesName,displayName,type
            jane.doe@acme.example,SMTP:jane.doe@acme.example;smtp:jd@acme.example;X500:/o=x,jdoe@corp.example,jdoe,ACME,jdoe,CN=Jane Doe/O=Acme,Jane Doe,person
            """);

    assertThat(intake.people().get(0).claims())
        .extracting(OwnerClaim::shown)
        .containsExactly(
            "jane.doe@acme.example",
            "jdoe@corp.example",
            "jd@acme.example",
            "ACME\\jdoe",
            "jdoe",
            "CN=Jane Doe/O=Acme");
  }
}
