package devicehub.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Claims are hashed without the form in which they are compared, as if by it. */
class OwnerClaimTest {
  private static final List<String> PIECES =
      List.of(
          "Jane",
          "doe",
          " ",
          "acme.example",
          "/",
          "\\",
          "\\/",
          "=",
          "CN=",
          "DC=",
          ",",
          "@",
          "\t",
          "\0",
          "é",
          "İ",
          "\uff21");

  @RepeatedTest(20)
  void aHashIsThatOfTheComparableForm(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    for (int i = 0; i < 2000; i++) {
      StringBuilder text = new StringBuilder();
      for (int left = random.nextInt(6); left >= 0; left--) {
        text.append(PIECES.get(random.nextInt(PIECES.size())));
      }
      for (OwnerClaim.Kind kind : OwnerClaim.KINDS) {
        OwnerClaim claim = new OwnerClaim(kind, text.toString());
        String hashed = kind == OwnerClaim.Kind.ADDRESS ? claim.shown() : claim.comparable();
        assertThat(claim.hash()).as("%s", claim).isEqualTo(IdText.hash(hashed));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CN=Jane Doe/OU=Sales/O=Acme",
        "Jane Doe/Sales/Acme",
        "CN=Jane Doe/OU=Sales/O=Acme@ACME",
        "jane doe/sales/acme@ACME"
      })
  void aNotesNameIsTheSameWithItsDomain(String spelling) {
    OwnerClaim claim = OwnerClaim.of(spelling);
    assertThat(claim.kind()).isEqualTo(OwnerClaim.Kind.NOTES_NAME);
    assertThat(claim.comparable()).isEqualTo("jane doe/sales/acme");
    assertThat(OwnerClaim.of("jd/sales@acme.example").kind()).isEqualTo(OwnerClaim.Kind.ADDRESS);
  }
}
