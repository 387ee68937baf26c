package devicehub.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SpoolTest {
  @TempDir private Path folder;

  private Spool received() throws IOException {
    return Spool.receive(folder, new ByteArrayInputStream(new byte[2_000_000]));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void bytesThatCannotBeForcedToTheDiskAreNeverConfirmed(boolean aside) throws IOException {
    Spool spool = received();
    spool.close(); // forcing fails from now on, as it does on a broken disk

    if (aside) {
      spool.beginSync();
    }
    assertThatThrownBy(spool::sync).isInstanceOf(ClosedChannelException.class);
    assertThatThrownBy(spool::sync).as("asked again").isInstanceOf(ClosedChannelException.class);
  }

  @Test
  void nothingIsLeftOfOneThatIsLetGoWhileItsBytesAreWritten() throws IOException {
    try (Spool spool = received()) {
      spool.beginSync();
      assertThat(folder).isDirectoryContaining(path -> path.equals(spool.file()));
    }
    assertThat(folder).isEmptyDirectory();
  }
}
