package devicehub;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.stream.IntStream;

/**
 * A company's directory as LDIF: people with a comma in their names, most without a device.
 *
 * <pre>
 *   cn=Doe\, Jane 17,ou=Users,dc=acme,dc=example      jane.doe.17@acme.example, u17@corp.example, …
 *     cn=ExchangeActiveSyncDevices
 *       cn=iPhone§APPL0017                            iPhone14C2, allowed, since 2024
 * </pre>
 */
final class DirectoryEntries {
  private final StringBuilder ldif = new StringBuilder();

  static String ldif(int people, int devices) {
    DirectoryEntries entries = new DirectoryEntries();
    entries.entry("ou=Users,dc=acme,dc=example", "objectClass: organizationalUnit", "ou: Users");
    IntStream.range(0, people).forEach(entries::person);
    IntStream.range(0, devices).forEach(entries::device);
    return entries.ldif.toString();
  }

  /** The devices' enrolments, whose owners are called by all the names a person has in turn. */
  static String enrollments(int devices) {
    StringBuilder csv = new StringBuilder("id,serial,manufacturer,model,os,owner\n");
    for (int i = 0; i < devices; i++) {
      String owner =
          switch (i % 5) {
            case 0 -> "jane.doe." + i + "@acme.example";
            case 1 -> "jd" + i + "@acme.example";
            case 2 -> "u" + i + "@corp.example";
            case 3 -> "jdoe" + i;
            default -> "\"acme.example/Users/Doe, Jane " + i + "\"";
          };
      csv.append("E%d,F2LX%04dHG7F,Apple,\"iPhone14,2\",iOS 17.4,%s\n".formatted(i, i, owner));
    }
    return csv.toString();
  }

  private void person(int i) {
    entry(
        "cn=Doe\\, Jane " + i + ",ou=Users,dc=acme,dc=example",
        "objectClass: inetOrgPerson",
        "objectClass: exchangeUser",
        "cn: Doe, Jane " + i,
        "sn: Doe",
        "displayName: Jane Doe",
        "mail: jane.doe." + i + "@acme.example",
        "proxyAddresses: SMTP:jane.doe." + i + "@acme.example",
        "proxyAddresses: smtp:jd" + i + "@acme.example",
        "proxyAddresses: X500:/o=Acme/ou=Exchange/cn=Recipients/cn=jdoe" + i,
        "proxyAddresses: sip:sip" + i + "@acme.example",
        "userPrincipalName: u" + i + "@corp.example",
        "sAMAccountName: jdoe" + i,
        "msExchRecipientTypeDetails: 1",
        "objectGUID:: " + Base64.getEncoder().encodeToString(new byte[] {(byte) 0xc3, (byte) i}));
  }

  private void device(int i) {
    String container =
        "cn=ExchangeActiveSyncDevices,cn=Doe\\, Jane " + i + ",ou=Users,dc=acme,dc=example";
    String id = "APPL%04d".formatted(i);
    entry(container, "objectClass: msExchActiveSyncDevices", "cn: ExchangeActiveSyncDevices");
    entry(
        "cn=iPhone§" + id + "," + container,
        "objectClass: msExchActiveSyncDevice",
        "cn:: " + base64("iPhone§" + id),
        "msExchDeviceID: " + id,
        "msExchDeviceType: iPhone",
        "msExchDeviceModel: iPhone14C2",
        "msExchDeviceOS: iOS 17.4 21E219",
        "msExchDeviceUserAgent: Apple-iPhone14C2/2105.219",
        "msExchDeviceAccessState: " + (i % 2 == 0 ? 1 : 3),
        "msExchFirstSyncTime: 20240131120000.0Z");
  }

  private void entry(String dn, String... lines) {
    ldif.append("dn:: ").append(base64(dn)).append('\n');
    ldif.append(String.join("\n", lines)).append("\n\n");
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
  }
}
