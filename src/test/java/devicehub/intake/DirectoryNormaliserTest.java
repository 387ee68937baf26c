package devicehub.intake;

import static org.assertj.core.api.Assertions.assertThat;

import devicehub.device.OwnerClaim;
import devicehub.device.Person;
import devicehub.directory.Directory;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DirectoryNormaliserTest {
  private static final List<String> COLUMNS =
      List.of("mail", "proxyAddresses", "login", "dn", "kind");

  private static Person person(String... cells) {
    FieldMap fields =
        new FieldMap(
            Map.of(
                Field.OWNER, List.of("mail"),
                Field.ALIASES, List.of("proxyAddresses"),
                Field.LOGIN, List.of("login"),
                Field.NAMES, List.of("dn"),
                Field.KIND, List.of("kind")));
    Normalised normalised =
        new DirectoryNormaliser(fields.bind(COLUMNS)).normalise(Row.of(1, cells));
    return ((Normalised.Listed) normalised).person();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jane.doe@acme.example",
        "j.doe@acme.example",
        "JD@ACME.EXAMPLE",
        "jdoe",
        "ACME\\jdoe",
        "acme.example/Users/Doe; Jane | Sales",
        "CN=Doe\\; Jane | Sales,OU=Users,DC=acme,DC=example"
      })
  void activeDirectorysNamesLeadToOnePerson(String name) {
    Person jane =
        person(
            "jane.doe@acme.example\nj.doe@acme.example",
            "SMTP:jane.doe@acme.example\nsmtp:jd@acme.example\nX500:/o=Acme/cn=jdoe\nsip:j@x.example",
            "jdoe\nACME\\jdoe",
            "CN=Doe\\; Jane | Sales,OU=Users,DC=acme,DC=example",
            "1");

    assertThat(Directory.of(List.of(jane)).find(OwnerClaim.of(name))).contains(jane);
    assertThat(jane.shared()).isFalse();
    assertThat(jane.claims()).extracting(OwnerClaim::shown).doesNotContain("sip:j@x.example");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CN=Jane Doe/OU=Sales/O=Acme",
        "Jane Doe/Sales/Acme",
        "CN=Jane Doe,OU=Sales,O=Acme",
        "jdoe"
      })
  void dominosNamesLeadToOnePerson(String name) {
    Person jane = person("jane.doe@acme.example", "", "jdoe", "CN=Jane Doe,OU=Sales,O=Acme", "");

    assertThat(Directory.of(List.of(jane)).find(OwnerClaim.of(name))).contains(jane);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "1, false", "2, false", "2147483648, false", "UserMailbox, false", "person, false",
    "4, true", "16, true", "32, true", "34359738368, true", "8589934592, true",
    "17179869184, true", "SharedMailbox, true", "RemoteSharedMailbox, true", "room, true"
  })
  void mailboxesThatAreNobodysOwnAreTold(String kind, boolean shared) {
    assertThat(person("info@acme.example", "", "", "", kind).shared()).isEqualTo(shared);
  }
}
