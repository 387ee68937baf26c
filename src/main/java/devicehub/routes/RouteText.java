package devicehub.routes;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Reads a route file as UTF-8 text, with or without byte order mark. */
final class RouteText {
  /** In bytes. A hundred times what a long route takes; more is an accident or an attack. */
  static final int MOST = 256 * 1024;

  private RouteText() {}

  /** The text; empty, and a problem, where the file cannot be read. */
  static Optional<String> read(Path file, RouteProblems problems) {
    String name = RouteFiles.name(file);
    if (!Files.isRegularFile(file)) {
      // A pipe would be read for ever.
      problems.add(name, 0, Files.exists(file) ? "is no plain file" : "leads to no file");
      return Optional.empty();
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(MOST + 1);
      if (bytes.length > MOST) {
        problems.add(name, 0, "is larger than 256 KiB, the most a route file may be");
        return Optional.empty();
      }
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return Optional.of(text.startsWith("\ufeff") ? text.substring(1) : text);
    } catch (CharacterCodingException e) {
      problems.add(name, 0, "is not UTF-8 text");
    } catch (IOException e) {
      problems.add(name, 0, "cannot be read: " + e.getMessage());
    }
    return Optional.empty();
  }
}
