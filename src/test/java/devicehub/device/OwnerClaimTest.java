package devicehub.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

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
}
