package devicehub.config;

import static org.assertj.core.api.Assertions.assertThat;

import devicehub.intake.BoundFields;
import devicehub.intake.Field;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PresetTest {
  @TempDir Path temp;
  ConfigFolder folder;

  @BeforeEach
  void folder() {
    folder = new ConfigFolder(temp);
  }

  private FeedConfig feed(String kind) {
    folder.write("feeds.yaml", "feed: {kind: " + kind + "}\n");
    return folder.load().feeds().get("feed");
  }

  static List<String> kinds() {
    return Preset.KINDS;
  }

  @Test
  void everyPresetIsAKindAndEveryKindAPreset() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("src/main/resources/devicehub/config/presets"))) {
      assertThat(files.map(file -> file.getFileName().toString().replace(".yaml", "")))
          .containsExactlyInAnyOrderElementsOf(Preset.KINDS);
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void everyPresetSaysOnlyWhatAFeedMaySayAndReadsWithoutProblems(String kind) {
    Problems problems = new Problems();
    Preset.of(kind, problems).allowOnly(FeedEntry.KEYS);
    assertThat(problems.all()).isEmpty();

    String demanded = Map.of("csv", ", side: mail", "zpush", ", zone: UTC").getOrDefault(kind, "");
    assertThat(feed(kind + demanded).spec().kind()).isEqualTo(kind);
  }

  /** The header, and what the columns that matter are taken for. */
  @ParameterizedTest(name = "{0}: {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          exchange | Display Name,Email Address,Sync Age (Days),DeviceID,DeviceAccessState,DeviceAccessStateReason,DeviceModel,DeviceType,DeviceFriendlyName,DeviceOS,LastSyncAttemptTime,LastSuccessSync | mailbox=Email Address, owner=Email Address, eas-id=DeviceID, model=DeviceModel, device-type=DeviceType, os=DeviceOS, friendly-name=DeviceFriendlyName, last-seen=LastSuccessSync
          exchange | DisplayName,User,UserId,PrimarySMTPAddress,FriendlyName,UserAgent,FirstSyncTime,LastPolicyUpdate,DeviceOS,ClientProtocolVersion,ClientType,DeviceModel,DeviceId,AccessState,AccessReason,ActivesyncSuppressReadReceipt,ActivesyncDebugLogging,Managed,DistinguishedName,RemovalId | mailbox=PrimarySMTPAddress, owner=PrimarySMTPAddress, identity=DistinguishedName, eas-id=DeviceId, user-agent=UserAgent, client-type=ClientType, friendly-name=FriendlyName, enrolled-at=FirstSyncTime, model=DeviceModel, os=DeviceOS
          exchange | User,PrimarySMTPAddress,DeviceType,DeviceModel,DeviceOS,LastSyncAttemptTime,LastSuccessSync | mailbox=PrimarySMTPAddress, owner=PrimarySMTPAddress, device-type=DeviceType, model=DeviceModel, os=DeviceOS, last-seen=LastSuccessSync
          exchange | DisplayName,UPN,Status,DeviceID,DeviceEnableOutboundSMS,DeviceType,DeviceUserAgent,DeviceModel,DeviceFriendlyName,DeviceOS,DeviceActiveSyncVersion ,FirstSyncTime,LastSuccessSync | mailbox=UPN, owner=UPN, status=Status, eas-id=DeviceID, device-type=DeviceType, user-agent=DeviceUserAgent, model=DeviceModel, friendly-name=DeviceFriendlyName, os=DeviceOS, enrolled-at=FirstSyncTime, last-seen=LastSuccessSync
          exchange | Identity,DeviceId,DeviceImei,DeviceType,DeviceModel,DeviceUserAgent,DeviceOS,FriendlyName,UserDisplayName,ClientType,FirstSyncTime,WhenCreatedUTC | identity=Identity, eas-id=DeviceId, imei=DeviceImei, device-type=DeviceType, model=DeviceModel, user-agent=DeviceUserAgent, os=DeviceOS, friendly-name=FriendlyName, client-type=ClientType, enrolled-at=FirstSyncTime
          ad       | name,objectGUID,ADsPath,description,whenChanged,whenCreated,msExchDeviceEASVersion,msExchDeviceFriendlyName,msExchDeviceID,msExchDeviceIMEI,msExchDeviceMobileOperator,msExchDeviceModel,msExchDeviceOS,msExchDeviceOSLanguage,msExchDeviceTelephoneNumber,msExchDeviceType | identity=ADsPath, eas-id=msExchDeviceID, imei=msExchDeviceIMEI, model=msExchDeviceModel, os=msExchDeviceOS, device-type=msExchDeviceType, friendly-name=msExchDeviceFriendlyName, enrolled-at=whenCreated
          intune   | Device ID,Device name,Enrollment date,Last check-in,Microsoft Entra Device ID,OS version,EAS activation ID,Serial number,Manufacturer,Model,EAS activated,IMEI,MEID,Primary user UPN,Primary user email address,Primary user display name,Managed by | id=Device ID, mdm-id=Device ID, eas-id=EAS activation ID, serial=Serial number, imei=IMEI, owner=Primary user email address, manufacturer=Manufacturer, model=Model, os-version=OS version, friendly-name=Device name, last-seen=Last check-in, enrolled-at=Enrollment date, status=Managed by
          intune   | DeviceId,DeviceName,EasID,SerialNumber,UserEmail,UPN,Manufacturer,Model,OS,OSVersion,LastContact,CreatedDate,ManagedBy,IMEI | id=DeviceId, mdm-id=DeviceId, eas-id=EasID, serial=SerialNumber, owner=UserEmail, manufacturer=Manufacturer, model=Model, platform=OS, os-version=OSVersion, last-seen=LastContact, enrolled-at=CreatedDate, status=ManagedBy, imei=IMEI, friendly-name=DeviceName
          zpush, zone: UTC | Device id,Synchronized user,Last sync time,deviceType,UserAgent,deviceModel,deviceOS,ASVersion | eas-id=Device id, mailbox=Synchronized user, last-seen=Last sync time, device-type=deviceType, user-agent=UserAgent, model=deviceModel, os=deviceOS
          directory | mail,proxyAddresses,userPrincipalName,sAMAccountName,domain,uid,notesName,displayName,type | owner=mail, aliases=proxyAddresses, login=sAMAccountName, owner-domain=domain, names=notesName, display-name=displayName, kind=type
          traveler | deviceid,username,device_provider,device_type,device_level,last_sync_time,notification_type | eas-id=deviceid, mailbox=username, model-name=device_provider, device-type=device_type, user-agent=device_type, last-seen=last_sync_time
          csv, side: mail | mailbox,EAS ID,Device_Type,Last Seen | mailbox=mailbox, eas-id=EAS ID, device-type=Device_Type, last-seen=Last Seen
          """)
  void headersAreUnderstood(String kind, String header, String expected) {
    BoundFields bound = feed(kind).spec().fields().bind(List.of(header.split(",")));

    List<String> understood =
        Arrays.stream(Field.values())
            .filter(bound::has)
            .map(field -> field.label() + "=" + bound.columnName(field))
            .toList();
    assertThat(understood).containsExactlyInAnyOrder(expected.split(", "));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void aNameToShowIsNeverAnOwner(String kind) {
    Problems problems = new Problems();
    YamlMap preset = Preset.of(kind, problems);
    YamlMap fields = preset.map("fields").orElseThrow();

    assertThat(Stream.concat(fields.texts("owner").stream(), fields.texts("mailbox").stream()))
        .noneMatch(column -> column.toLowerCase(java.util.Locale.ROOT).contains("display"));
  }

  @ParameterizedTest(name = "{0}: {1} is {2}")
  @CsvSource({
    "maas360, control removed, retired",
    "maas360, user removed control, retired",
    "maas360, pending control removal, retired",
    "maas360, inactive, inactive",
    "maas360, not enrolled, ignored",
    "maas360, enrolled, active",
    "google, wiping, retired",
    "google, google_sync, ignored",
    "google-sync, android, ignored",
    "jamf, false, retired",
    "workspace-one, unenrolled, retired",
    "workspace-one, enrolled, active",
    "ivanti, retire_pending, retired",
    "intune, eas, ignored",
    "graph, eas, ignored",
  })
  void statusWordsMeanWhatTheVendorMeans(String kind, String word, String meaning) {
    var spec = feed(kind).spec();

    assertThat(
            switch (meaning) {
              case "retired" -> spec.retired();
              case "inactive" -> spec.inactive();
              case "ignored" -> spec.ignored();
              default -> spec.active();
            })
        .contains(word);
  }

  @Test
  void maas360TakesTheSerialAndWhatTheMdmKnowsOfTheMailClient() {
    var fields = feed("maas360").spec().fields();

    assertThat(fields.columns(Field.SERIAL)).contains("platformSerialNumber");
    assertThat(fields.columns(Field.EAS_ID))
        .containsExactly("mdmMailboxDeviceId", "unifiedTravelerDeviceId");
    assertThat(fields.columns(Field.LAST_SEEN))
        .containsExactly("lastReportedInEpochms", "lastReported");
    assertThat(fields.columns(Field.OWNER)).containsExactly("emailAddress", "username");
  }
}
