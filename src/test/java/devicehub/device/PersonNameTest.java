package devicehub.device;

import static org.assertj.core.api.Assertions.assertThat;

import devicehub.device.OwnerClaim.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonNameTest {

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          CN=Doe\\, Jane,OU=Users,DC=acme,DC=example   | acme.example/Users/Doe, Jane
          cn=Doe\\2C Jane,ou=users,dc=acme,dc=example  | CN=Doe\\, Jane,OU=Users,DC=acme,DC=example
          CN=J\\C3\\B6rg,DC=acme,DC=example            | acme.example/Jörg
          CN=😀 \\# \\+,DC=acme,DC=example             | acme.example/😀 # +
          CN=R\\\\D,DC=acme,DC=example                 | CN=R\\5CD,DC=acme,DC=example
          CN=AC/DC,OU=Rock,DC=acme,DC=example          | acme.example/Rock/AC\\/DC
          """)
  void spellingsOfOneDirectoryNameAreOne(String name, String other) {
    OwnerClaim claim = OwnerClaim.of(name);

    assertThat(claim.kind()).isEqualTo(Kind.DIRECTORY_NAME);
    assertThat(OwnerClaim.of(other).kind()).isEqualTo(Kind.DIRECTORY_NAME);
    assertThat(claim.comparable()).isEqualTo(OwnerClaim.of(other).comparable());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          CN=Doe, Jane/OU=Sales/O=Acme           | NOTES_NAME
          CN=Jane Doe/O=Acme                     | NOTES_NAME
          Jane Doe/Sales/Acme                    | NOTES_NAME
          uid=jdoe,ou=People,dc=acme,dc=example  | DIRECTORY_NAME
          CN=Smith/Jones,OU=Users,DC=acme        | DIRECTORY_NAME
          """)
  void aDnIsToldFromANotesName(String name, Kind kind) {
    assertThat(OwnerClaim.of(name).kind()).isEqualTo(kind);
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      textBlock =
          """
          CN=Jane Doe,OU=Sales,O=Acme     | CN=Jane Doe/OU=Sales/O=Acme
          CN=Doe\\, Jane,O=Acme           | CN=Doe, Jane/O=Acme
          CN=Jane Doe,OU=Sales,DC=acme    | none
          CN=Jane/Doe,O=Acme              | none
          CN=Jane Doe/O=Acme              | none
          Jane Doe                        | none
          """)
  void dominosDnIsANotesName(String dn, String notes) {
    assertThat(PersonName.notesOfDn(dn).orElse(null)).isEqualTo(notes);
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ACME\\jdoe            | acme\\jdoe
          acme.example\\JDoe    | acme\\jdoe
          acme\\j.doe           | acme\\j.doe
          .x\\jdoe              | .x\\jdoe
          j.doe                   | j.doe
          """)
  void aLoginIsComparedByTheFirstLabelOfItsDomain(String login, String compared) {
    assertThat(PersonName.login(login)).isEqualTo(compared);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          CN=Jane Doe/OU=Sales/O=Acme    | jane doe/sales/acme
          Jane Doe/Sales/Acme            | jane doe/sales/acme
          CN= Jane Doe /O= Acme          | jane doe/acme
          """)
  void aNotesNameIsComparedWithoutItsAttributes(String name, String compared) {
    assertThat(PersonName.notes(name)).isEqualTo(compared);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          CN=Jane,O=Acme            | true
          a=Jane,z=Acme             | true
          A=Jane,Z=Acme             | true
          x-09=Jane,O=Acme          | true
          x/=Jane,O=Acme            | false
          x:=Jane,O=Acme            | false
          x@=Jane,O=Acme            | false
          x[=Jane,O=Acme            | false
          x`=Jane,O=Acme            | false
          x{=Jane,O=Acme            | false
          0x=Jane,O=Acme            | false
          -x=Jane,O=Acme            | false
          =Jane,O=Acme              | false
          Jane,O=Acme               | false
          CN=Jane                   | false
          """)
  void aDnIsMadeOfNamedAttributes(String text, boolean dn) {
    assertThat(PersonName.isDn(text)).isEqualTo(dn);
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          plain       | plain
          a\\2Cb    | a,b
          a\\2C     | a,
          a\\2      | a2
          a\\       | a\\
          a\\zz     | azz
          a\\2z     | a2z
          a\\z2     | az2
          \\😀b     | 😀b
          \\,😀     | ,😀
          """)
  void anEscapeStandsForWhatFollowsIt(String part, String read) {
    assertThat(PersonName.unescape(part)).isEqualTo(read);
  }
}
