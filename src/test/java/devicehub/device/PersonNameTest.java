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
}
