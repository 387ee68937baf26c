package devicehub.config;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** Reads a configuration file as UTF-8 text, with or without byte order mark. */
final class ConfigText {
  private ConfigText() {}

  /** The text; empty, and a problem, where the file cannot be read. */
  static Optional<String> read(Path file, Problems problems) {
    String name = String.valueOf(file.getFileName());
    try {
      byte[] bytes = Files.readAllBytes(file);
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return Optional.of(text.startsWith("\ufeff") ? text.substring(1) : text);
    } catch (NoSuchFileException e) {
      problems.add(name, 0, "is missing in " + file.toAbsolutePath().getParent());
    } catch (CharacterCodingException e) {
      problems.add(name, 0, "is not UTF-8 text");
    } catch (IOException e) {
      problems.add(name, 0, "cannot be read: " + e);
    }
    return Optional.empty();
  }
}
