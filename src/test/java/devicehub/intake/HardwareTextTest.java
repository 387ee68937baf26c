package devicehub.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is remembered by its words is told from all that says anything else. */
class HardwareTextTest {
  private static HardwareText text(String... w) {
    return new HardwareText(w[0], w[1], w[2], w[3], w[4], w[5], w[6]);
  }

  private static String[] words() {
    return new String[] {"a", "b", "c", "d", "e", "f", "g"};
  }

  @Test
  void alikeIfAllWordsAre() {
    assertThat(text(words())).isEqualTo(text(words())).hasSameHashCodeAs(text(words()));
    for (int i = 0; i < words().length; i++) {
      String[] others = words();
      others[i] = "x";
      assertThat(text(others)).isNotEqualTo(text(words()));
      assertThat(text(others).hashCode()).isNotEqualTo(text(words()).hashCode());
    }
  }

  @Test
  void aMailClientsWordsTooAndTheShapeOfItsId() {
    var words = new MailClientReader.Words("a", "b", "c", "d", MailIdShape.NATIVE);
    assertThat(words)
        .isEqualTo(new MailClientReader.Words("a", "b", "c", "d", MailIdShape.NATIVE))
        .isNotEqualTo(new MailClientReader.Words("x", "b", "c", "d", MailIdShape.NATIVE))
        .isNotEqualTo(new MailClientReader.Words("a", "x", "c", "d", MailIdShape.NATIVE))
        .isNotEqualTo(new MailClientReader.Words("a", "b", "x", "d", MailIdShape.NATIVE))
        .isNotEqualTo(new MailClientReader.Words("a", "b", "c", "x", MailIdShape.NATIVE))
        .isNotEqualTo(new MailClientReader.Words("a", "b", "c", "d", MailIdShape.OTHER))
        .hasSameHashCodeAs(new MailClientReader.Words("a", "b", "c", "d", MailIdShape.NATIVE));
  }
}
