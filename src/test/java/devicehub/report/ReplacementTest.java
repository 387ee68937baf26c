package devicehub.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplacementTest {
  private static final int LENGTH = 900_000;

  @TempDir Path folder;

  private Path file;
  private Path part;
  private final byte[] old = new byte[LENGTH];

  private void write(long seed) throws IOException {
    new Random(seed).nextBytes(old);
    file = Files.write(folder.resolve("merged.csv"), old);
    part = folder.resolve(".merged.csv.part");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void stretchesOfTheOldAndOtherBytesComeInTheirOrder(long seed) throws IOException {
    write(seed);
    Random dice = new Random(seed);
    ByteArrayOutputStream expected = new ByteArrayOutputStream();
    try (Replacement replacement = new Replacement(file, part)) {
      FileOutput out = new FileOutput(replacement);
      int next = 0;
      for (int piece = 0; piece < 60; piece++) {
        int count = dice.nextInt(dice.nextBoolean() ? 200_000 : 300);
        int from = dice.nextInt(4) > 0 ? next : dice.nextInt(LENGTH);
        int to = Math.min(LENGTH, from + count);
        byte[] bytes = Arrays.copyOfRange(old, from, to);
        if (dice.nextBoolean()) {
          out.copy(from, to);
        } else {
          if (dice.nextInt(3) == 0 && bytes.length > 0) {
            bytes[dice.nextInt(bytes.length)]++;
          }
          out.write(bytes);
        }
        expected.writeBytes(bytes);
        next = to;
      }
      out.flush();
      assertThat(replacement.differs()).isTrue();
      replacement.force();
    }
    assertThat(part).hasBinaryContent(expected.toByteArray());
  }

  @Test
  void nothingIsWrittenWhereTheSameComesCopiedOrInOtherWords() throws IOException {
    write(13);
    try (Replacement replacement = new Replacement(file, part)) {
      FileOutput out = new FileOutput(replacement);
      out.write(old, 0, 400_000);
      out.copy(400_000, 500_000);
      out.copy(500_000, 500_100);
      out.write(old, 500_100, LENGTH - 500_100);
      out.flush();
      assertThat(replacement.differs()).isFalse();
    }
    assertThat(part).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, LENGTH - 1})
  void aFileThatIsToEndSoonerIsAnother(int length) throws IOException {
    write(14);
    try (Replacement replacement = new Replacement(file, part)) {
      FileOutput out = new FileOutput(replacement);
      out.copy(0, length);
      out.flush();
      assertThat(replacement.differs()).isTrue();
    }
    assertThat(part).hasBinaryContent(Arrays.copyOf(old, length));
  }

  @Test
  void aFileThatIsNotThereIsToBeEmpty() throws IOException {
    write(15);
    Files.delete(file);
    try (Replacement replacement = new Replacement(file, part)) {
      assertThat(replacement.differs()).isTrue();
    }
    assertThat(part).isEmptyFile();
  }

  @Test
  void whatTheFileHasNotCannotBeCopied() throws IOException {
    write(16);
    try (Replacement replacement = new Replacement(file, part)) {
      assertThatThrownBy(() -> replacement.copy(0, LENGTH + 1))
          .isInstanceOf(EOFException.class)
          .hasMessageContaining("merged.csv ends at byte 900000");
    }
  }
}
