package devicehub.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** Reads a configuration file as UTF-8 text, with or without byte order mark. */
final class ConfigText {
  /** In bytes. Hundreds of feeds take less; more is an accident, and slow to parse. */
  private static final int MOST = 1 << 20;

  private ConfigText() {}

  /** The text; empty, and a problem, where the file cannot be read. */
  static Optional<String> read(Path file, Problems problems) {
    String name = String.valueOf(file.getFileName());
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      problems.add(name, 0, "is no plain file"); // a pipe would be read for ever
      return Optional.empty();
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(MOST + 1);
      if (bytes.length > MOST) {
        problems.add(name, 0, "is larger than 1 MiB, the most a configuration file may be");
        return Optional.empty();
      }
      return text(name, bytes, problems);
    } catch (NoSuchFileException e) {
      problems.add(name, 0, "is missing in " + file.toAbsolutePath().getParent());
    } catch (AccessDeniedException e) {
      problems.add(name, 0, "may not be read by the user who runs the hub");
    } catch (IOException e) {
      problems.add(name, 0, "cannot be read: " + e.getMessage());
    }
    return Optional.empty();
  }

  private static Optional<String> text(String name, byte[] bytes, Problems problems) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    CoderResult read = StandardCharsets.UTF_8.newDecoder().decode(in, out, true);
    String text = out.flip().toString();
    int line = 1 + (int) text.chars().filter(c -> c == '\n').count();
    if (read.isError()) {
      problems.add(name, line, "is not UTF-8 text");
      return Optional.empty();
    }
    return Optional.of(text.startsWith("\ufeff") ? text.substring(1) : text);
  }
}
