package devicehub.inventory;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every raw store does. */
public interface RawStoreContract {
  /** {@code printf abc | sha256sum} */
  String SHA256_OF_ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

  /** An empty raw store, the same one at every call. */
  RawStore raw();

  static InputStream text(String content) {
    return new ByteArrayInputStream(content.getBytes(UTF_8));
  }

  @Test
  default void contentIsKeptUnderItsHash() throws IOException {
    RawPart part = raw().keep("MobileDevices.csv", text("abc"));

    assertThat(part).isEqualTo(new RawPart(SHA256_OF_ABC, "MobileDevices.csv", 3));
    try (InputStream kept = raw().open(part)) {
      assertThat(kept).hasContent("abc");
    }
  }

  @Test
  default void contentThatCameBeforeIsTheSamePartUnderAnotherName() throws IOException {
    RawPart first = raw().keep("monday.csv", text("abc"));
    RawPart again = raw().keep("tuesday.csv", text("abc"));

    assertThat(again).isEqualTo(new RawPart(first.sha256(), "tuesday.csv", 3));
    try (InputStream kept = raw().open(first)) {
      assertThat(kept).hasContent("abc");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"../../../etc/passwd", "C:\\con", "a/b", "", "x\u0000y", "-rf"})
  default void aNameIsDataAndNeverAPath(String name) throws IOException {
    RawPart part = raw().keep(name, text("abc"));

    assertThat(part.name()).isEqualTo(name);
    try (InputStream kept = raw().open(part)) {
      assertThat(kept).hasContent("abc");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 1 << 20, (1 << 20) + 1, 3_000_003})
  default void contentOfAnyLengthComesBackByteForByte(int length) throws IOException {
    byte[] content = new byte[length];
    new Random(length).nextBytes(content);

    RawPart part = raw().keep("long.bin", new ByteArrayInputStream(content));

    assertThat(part.bytes()).isEqualTo(length);
    try (InputStream kept = raw().open(part)) {
      assertThat(kept.readAllBytes()).isEqualTo(content);
      assertThat(kept.read()).isNegative();
    }
  }

  @Test
  default void whatArrivedCanBeReadAndIsNotKeptYet() throws IOException {
    try (Arrival arrival = raw().receive("MobileDevices.csv", text("abc"))) {
      assertThat(arrival.part()).isEqualTo(new RawPart(SHA256_OF_ABC, "MobileDevices.csv", 3));
      try (InputStream content = arrival.open()) {
        assertThat(content).hasContent("abc");
      }
      assertThatThrownBy(() -> raw().open(arrival.part())).isInstanceOf(IOException.class);

      arrival.keep();
    }
    try (InputStream kept = raw().open(new RawPart(SHA256_OF_ABC, "MobileDevices.csv", 3))) {
      assertThat(kept).hasContent("abc");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 3_000_003})
  default void nothingIsLeftOfWhatArrivedAndWasNotKept(int length) throws IOException {
    RawPart part;
    try (Arrival arrival = raw().receive("x", new ByteArrayInputStream(new byte[length]))) {
      part = arrival.part();
    }
    assertThatThrownBy(() -> raw().open(part)).isInstanceOf(IOException.class);
    assertThat(raw().keptBefore(Instant.now().plusSeconds(3600))).isEmpty();
  }

  @Test
  default void onlyWhatWasKeptBeforeAMomentCanBeDeleted() throws IOException {
    RawPart part = raw().keep("monday.csv", text("abc"));
    Instant earlier = Instant.now().minusSeconds(3600);
    Instant later = Instant.now().plusSeconds(3600);

    assertThat(raw().keptBefore(earlier)).isEmpty();
    assertThat(raw().keptBefore(later)).containsExactly(SHA256_OF_ABC);
    assertThat(raw().delete(SHA256_OF_ABC, earlier)).isFalse();
    assertThat(raw().open(part)).hasContent("abc");
    assertThat(raw().delete(SHA256_OF_ABC, later)).isTrue();
    assertThat(raw().delete(SHA256_OF_ABC, later)).as("gone already").isFalse();
    assertThatThrownBy(() -> raw().open(part)).isInstanceOf(IOException.class);
    assertThat(raw().keep("tuesday.csv", text("abc")).sha256()).isEqualTo(SHA256_OF_ABC);
    assertThat(raw().open(part)).hasContent("abc");
  }

  @Test
  default void nothingIsKeptOfContentThatBreaksOff() {
    InputStream breaksOff =
        new SequenceInputStream(
            text("abc"),
            new InputStream() {
              @Override
              public int read() throws IOException {
                throw new IOException("connection reset");
              }
            });

    assertThatThrownBy(() -> raw().keep("half.csv", breaksOff)).hasMessage("connection reset");
    assertThatThrownBy(() -> raw().open(new RawPart(SHA256_OF_ABC, "half.csv", 3)))
        .isInstanceOf(IOException.class);
  }
}
