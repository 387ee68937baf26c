package devicehub.ldap;

import static devicehub.ldap.InMemoryDirectory.BASE;
import static devicehub.ldap.InMemoryDirectory.failure;
import static devicehub.ldap.InMemoryDirectory.found;
import static devicehub.ldap.InMemoryDirectory.search;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.unboundid.ldap.sdk.Attribute;
import devicehub.ldap.InMemoryDirectory.Wishes;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LdapServersTest {
  private static final LdapServers BEAN = new LdapServers(Map.of());

  @Test
  void entriesAreWrittenSortedOneALine() throws Exception {
    try (var directory = InMemoryDirectory.start()) {
      directory
          .add("cn=b," + BASE, new Attribute("mail", "b@acme.example"))
          .add(
              "cn=Doe\\, Jane/Sales," + BASE,
              new Attribute("proxyAddresses", "smtp:z@acme.example", "SMTP:a@acme.example"),
              new Attribute("mail", "a@acme.example"),
              new Attribute("cn", "Doe, Jane/Sales"));

      assertThat(search(directory.asHub(), "(mail=*)", "&returnedAttributes=mail,proxyAddresses"))
          .containsExactly(
              "{\"dn\":\"cn=Doe\\\\, Jane/Sales,dc=acme,dc=example\","
                  + "\"mail\":\"a@acme.example\","
                  + "\"proxyAddresses\":[\"SMTP:a@acme.example\",\"smtp:z@acme.example\"]}",
              "{\"dn\":\"cn=b,dc=acme,dc=example\",\"mail\":\"b@acme.example\"}");
    }
  }

  @Test
  void pagesAreJoined() throws Exception {
    try (var directory = InMemoryDirectory.start().addPeople(1234)) {
      assertThat(search(directory.asHub(), "(mail=*)", "&pageSize=100"))
          .hasSize(1234)
          .doesNotHaveDuplicates();
    }
  }

  @Test
  void everySearchHasItsOwnConnection() throws Exception {
    try (var directory = InMemoryDirectory.start().addPeople(3)) {
      for (int i = 0; i < 3; i++) {
        assertThat(search(directory.asHub(), "(mail=*)", "&pageSize=2")).hasSize(3);
      }
    }
  }

  @Test
  void referencesToOtherServersAreLeftAlone() throws Exception {
    try (var directory = InMemoryDirectory.start(new Wishes().referring()).addPeople(250)) {
      assertThat(search(directory.asHub(), "(mail=*)", "&pageSize=100")).hasSize(250);
      assertThat(search(directory.asHub(), "(mail=*)", "")).hasSize(250);
    }
  }

  @Test
  void aBaseWithASlashIsOneName() throws Exception {
    try (var directory = InMemoryDirectory.start()) {
      directory
          .add("ou=R&D/Lab (EU)," + BASE, new Attribute("ou", "R&D/Lab (EU)"))
          .add("uid=a,ou=R&D/Lab (EU)," + BASE, new Attribute("mail", "a@acme.example"));
      LdapServer hub = directory.asHub();
      LdapServer lab =
          new LdapServer(
              hub.url(),
              hub.user(),
              hub.password(),
              "ou=R&D/Lab (EU)," + BASE,
              hub.answer(),
              hub.search());

      assertThat(search(lab, "(mail=*)", "&pageSize=100")).hasSize(1);
    }
  }

  @Test
  void longTextComesWholeAndPicturesDoNotCome() throws Exception {
    String text = "ü".repeat(100_000);
    byte[] guid = {(byte) 0xc3, 0x28, 0, (byte) 0xff};
    byte[] picture = new byte[100_000];
    try (var directory = InMemoryDirectory.start()) {
      directory.add(
          "cn=a," + BASE,
          new Attribute("mail", "a@acme.example"),
          new Attribute("description", text),
          new Attribute("objectGUID", guid),
          new Attribute("jpegPhoto", picture));

      List<String> lines = search(directory.asHub(), "(mail=*)", "");

      assertThat(lines).hasSize(1);
      assertThat(lines.get(0))
          .contains("\"description\":\"" + text + "\"", "\"objectGUID\":\"c32800ff\"")
          .doesNotContain("jpegPhoto");
    }
  }

  @Test
  void noObjectIsMadeOfWhatAnEntryHolds() throws Exception {
    try (var directory = InMemoryDirectory.start()) {
      directory.add(
          "cn=a," + BASE,
          new Attribute("mail", "a@acme.example"),
          new Attribute("objectClass", "javaSerializedObject"),
          new Attribute("javaClassName", "java.util.HashMap"),
          new Attribute("javaSerializedData", new byte[] {(byte) 0xac, (byte) 0xed, 0, 5}));

      assertThat(found(directory.asHub(), "(mail=*)", ""))
          .singleElement()
          .satisfies(entry -> assertThat(entry.getObject()).isNull());
      assertThat(System.getProperty("com.sun.jndi.ldap.object.trustSerialData")).isEqualTo("false");
    }
  }

  @ParameterizedTest(name = "{index}")
  @ValueSource(
      strings = {
        "*",
        "*)(uid=*",
        "a)(|(uid=*",
        "\\2a",
        "\\",
        "(",
        ")",
        "()",
        "|",
        "&",
        "!",
        "=*",
        ">=a",
        "a*b",
        "star*(name)",
        "\0",
        "a\0b",
        "ü§",
        "CN=Doe\\, Jane (Sales)",
        "')(cn='*"
      })
  void anEscapedValueFindsItselfAndNobodyElse(String name) throws Exception {
    try (var directory = InMemoryDirectory.start().addPeople(5)) {
      directory.add("cn=odd," + BASE, new Attribute("login", name));
      String other = BEAN.escaped(name + "x");

      assertThat(search(directory.asHub(), "(login=" + BEAN.escaped(name) + ")", "")).hasSize(1);
      assertThat(search(directory.asHub(), "(login=" + other + ")", "")).isEmpty();
    }
  }

  @Test
  void aRefusedLoginIsOneLine() throws Exception {
    try (var directory = InMemoryDirectory.start()) {
      LdapServer hub = directory.asHub();

      assertThat(failure(directory.as(hub.url(), "wrong-word"), "(mail=*)", ""))
          .startsWith(hub.url() + " refuses the login as cn=hub,dc=acme,dc=example: ")
          .doesNotContain("\n", "wrong-word");
    }
  }

  @Test
  void anEmptyPasswordIsRefusedBeforeAnybodyIsAsked() {
    assertThatThrownBy(
            () ->
                new LdapServer(
                    "ldap://127.0.0.1:1", "cn=hub", "", BASE, Duration.ZERO, Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("anonymous");
  }

  @Test
  void aSizeLimitFailsTheSearchRatherThanCutIt() throws Exception {
    try (var directory = InMemoryDirectory.start(new Wishes().sizeLimit(100)).addPeople(150)) {
      assertThat(failure(directory.asHub(), "(mail=*)", "")).contains("size limit");
    }
  }

  @Test
  void aServerThatIsGoneCannotBeReached() throws Exception {
    LdapServer gone;
    try (var directory = InMemoryDirectory.start()) {
      gone = directory.asHub();
    }
    assertThat(failure(gone, "(mail=*)", ""))
        .isEqualTo(gone.url() + " cannot be reached: Connection refused");
  }

  @Test
  void aServerThatAnswersNothingIsGivenUp() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      LdapServer server =
          new LdapServer(
              "ldap://127.0.0.1:" + silent.getLocalPort(),
              "cn=hub",
              "secret",
              BASE,
              Duration.ofMillis(200),
              Duration.ofSeconds(10));

      assertThat(failure(server, "(mail=*)", "")).contains("200");
    }
  }

  @Test
  void aSearchThatTakesTooLongEnds() throws Exception {
    try (var directory = InMemoryDirectory.start().addPeople(10)) {
      LdapServer hub = directory.asHub();
      LdapServer hasty =
          new LdapServer(hub.url(), hub.user(), hub.password(), BASE, hub.answer(), Duration.ZERO);

      assertThat(failure(hasty, "(mail=*)", "&pageSize=1"))
          .isEqualTo(hub.url() + " did not finish the search in time");
    }
  }

  @Test
  void aMissingBaseIsNamed() throws Exception {
    try (var directory = InMemoryDirectory.start()) {
      LdapServer hub = directory.asHub();
      LdapServer lost =
          new LdapServer(
              hub.url(), hub.user(), hub.password(), "dc=lost", hub.answer(), hub.search());

      assertThat(failure(lost, "(mail=*)", "")).isEqualTo(hub.url() + " knows no dc=lost");
    }
  }

  @Test
  void aBrokenFilterIsNamed() throws Exception {
    try (var directory = InMemoryDirectory.start()) {
      assertThat(failure(directory.asHub(), "(mail=", "")).contains(" cannot search by 'filter': ");
    }
  }

  @Test
  void noSecretIsShown() {
    assertThat(
            new LdapServer("ldap://a", "cn=hub", "secret-word", BASE, Duration.ZERO, Duration.ZERO))
        .hasToString("ldap://a as cn=hub");
  }
}
