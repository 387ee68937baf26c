package devicehub.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DeliveryTest {
  @Test
  void aNameShowsAllThereIsOfIt() {
    assertThat(named("a\r\n\u0000\u001B[31mb\u202Efdp.csv")).isEqualTo("a[31mbfdp.csv");
    assertThat(named("\u200B \n")).isEqualTo("mailboxes");
    assertThat(named("x".repeat(300))).hasSize(200);
    assertThat(named("../Geräte.csv")).isEqualTo("../Geräte.csv");
  }

  private static String named(String name) {
    return new Delivery("mailboxes", Optional.empty(), name, InputStream.nullInputStream()).name();
  }
}
