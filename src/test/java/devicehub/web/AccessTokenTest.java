package devicehub.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessTokenTest {
  @TempDir Path folder;

  @Test
  void isMadeOnceForItsOwnerAlone() throws IOException {
    Path file = folder.resolve("data/token");
    AccessToken made = AccessToken.in(file, false);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(AccessToken.in(file, true).reveal()).isEqualTo(made.reveal());
    assertThat(made.matches(made.reveal())).isTrue();
    assertThat(made.matches(null)).isFalse();
    assertThat(made.matches("")).isFalse();
    assertThat(made.matches(made.reveal() + "x")).isFalse();
    assertThat(made.matchesCookie(made.cookie())).isTrue();
    assertThat(made.matches(made.cookie())).isFalse();
  }

  @Test
  void isNotMadeForAHubThatTheNetworkReaches() {
    Path file = folder.resolve("token");
    assertThatThrownBy(() -> AccessToken.in(file, true))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("put one there first");
    assertThat(file).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "short", "has spaces in it but is long enough for one"})
  void thatIsNoSecretIsRefused(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("token"), text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    assertThatThrownBy(() -> AccessToken.in(file, false)).hasMessageContaining("must hold 32");
  }

  @Test
  void thatOthersMayReadIsRefused() throws IOException {
    Path file = Files.writeString(folder.resolve("token"), "x".repeat(40));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    assertThatThrownBy(() -> AccessToken.in(file, false)).hasMessageContaining("chmod 600");
  }
}
