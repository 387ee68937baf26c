package devicehub.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import devicehub.inventory.Arrival;
import devicehub.inventory.RawPart;
import devicehub.inventory.RawStore;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.channels.ClosedChannelException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DiskRawStoreTest {
  /** {@code printf abc | sha256sum} */
  private static final String SHA256_OF_ABC =
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

  @TempDir private Path data;
  private RawStore raw;

  @BeforeEach
  void open() {
    raw = new DiskRawStore(data);
  }

  private static InputStream text(String content) {
    return new ByteArrayInputStream(content.getBytes(UTF_8));
  }

  private List<String> files() throws IOException {
    try (Stream<Path> found = Files.walk(data)) {
      return found
          .filter(Files::isRegularFile)
          .map(file -> data.relativize(file).toString().replace('\\', '/'))
          .toList();
    }
  }

  @Test
  void contentIsKeptUnderItsHash() throws IOException {
    RawPart part = raw.keep("MobileDevices.csv", text("abc"));

    assertThat(part).isEqualTo(new RawPart(SHA256_OF_ABC, "MobileDevices.csv", 3));
    assertThat(files()).containsExactly("raw/ba/" + SHA256_OF_ABC);
    try (InputStream kept = raw.open(part)) {
      assertThat(kept).hasContent("abc");
    }
  }

  @Test
  void contentThatIsThereAlreadyIsNotWrittenAgain() throws IOException {
    RawPart first = raw.keep("monday.csv", text("abc"));
    Path file = data.resolve("raw/ba").resolve(SHA256_OF_ABC);
    FileTime longAgo = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));
    Files.setLastModifiedTime(file, longAgo);

    RawPart again = raw.keep("tuesday.csv", text("abc"));

    assertThat(again.sha256()).isEqualTo(first.sha256());
    assertThat(again.name()).isEqualTo("tuesday.csv");
    assertThat(raw.keptBefore(Instant.now().minusSeconds(60))).as("it counts as new").isEmpty();
    assertThat(files()).hasSize(1);
  }

  @Test
  void whatCannotBeForcedToTheDiskIsNotKept() throws IOException {
    try (Arrival arrival = raw.receive("MobileDevices.csv", text("abc"))) {
      Spool spool = ((SpoolArrival) arrival).spool();
      spool.close(); // its bytes cannot be forced any more
      Files.writeString(spool.file(), "abc");

      assertThatThrownBy(arrival::keep).isInstanceOf(ClosedChannelException.class);
      assertThat(raw.keptBefore(Instant.now().plusSeconds(60))).isEmpty();
    }
    assertThat(files()).isEmpty();
  }

  @Test
  void onlyWhatWasKeptBeforeAMomentCanBeDeleted() throws IOException {
    RawPart old = raw.keep("monday.csv", text("abc"));
    RawPart other = raw.keep("tuesday.csv", text("def"));
    Instant later = Instant.now().plusSeconds(60);
    Instant earlier = Instant.now().minusSeconds(60);
    assertThat(raw.keptBefore(later)).containsExactlyInAnyOrder(old.sha256(), other.sha256());
    assertThat(raw.keptBefore(earlier)).isEmpty();

    assertThat(raw.delete(old.sha256(), earlier)).as("kept again meanwhile").isFalse();
    try (InputStream kept = raw.open(old)) {
      assertThat(kept).hasContent("abc");
    }
    assertThat(raw.delete(old.sha256(), later)).isTrue();
    assertThat(raw.delete(old.sha256(), later)).as("gone already").isFalse();
    assertThatThrownBy(() -> raw.open(old)).isInstanceOf(NoSuchFileException.class);
    assertThat(raw.keptBefore(later)).containsExactly(other.sha256());
  }

  @Test
  void whatAPurgeWasKilledOverIsThereAndIsPutBackByTheNext() throws IOException {
    RawPart part = raw.keep("monday.csv", text("abc"));
    Path kept = data.resolve("raw/ba").resolve(SHA256_OF_ABC);
    Files.move(kept, kept.resolveSibling(SHA256_OF_ABC + ".aside"));

    try (InputStream content = raw.open(part)) {
      assertThat(content).hasContent("abc");
    }
    raw.keptBefore(Instant.now());
    assertThat(files()).containsExactly("raw/ba/" + SHA256_OF_ABC);
  }

  @Test
  void aFileThatTheDiskCutShortIsReplaced() throws IOException {
    RawPart part = raw.keep("monday.csv", text("abc"));
    Files.writeString(data.resolve("raw/ba").resolve(SHA256_OF_ABC), "a");

    raw.keep("monday.csv", text("abc"));

    try (InputStream kept = raw.open(part)) {
      assertThat(kept).hasContent("abc");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"../../../etc/passwd", "C:\\con", "a/b", "", "x\u0000y", "-rf"})
  void aNameIsDataAndNeverAPath(String name) throws IOException {
    RawPart part = raw.keep(name, text("abc"));

    assertThat(part.name()).isEqualTo(name);
    assertThat(files()).containsExactly("raw/ba/" + SHA256_OF_ABC);
  }

  @Test
  void nothingIsKeptOfContentThatBreaksOff() throws IOException {
    InputStream breaksOff =
        new SequenceInputStream(
            text("abc"),
            new InputStream() {
              @Override
              public int read() throws IOException {
                throw new IOException("connection reset");
              }
            });

    assertThatThrownBy(() -> raw.keep("half.csv", breaksOff)).hasMessage("connection reset");
    assertThat(files()).isEmpty();
  }

  @Test
  void leftoversOfAKilledHubAreSweptAtTheNextStart() throws IOException {
    RawPart kept = raw.keep("monday.csv", text("abc"));
    Files.writeString(data.resolve("raw/123456.part"), "half of it");

    RawStore restarted = new DiskRawStore(data);

    assertThat(files()).containsExactly("raw/ba/" + SHA256_OF_ABC);
    try (InputStream content = restarted.open(kept)) {
      assertThat(content).hasContent("abc");
    }
  }
}
