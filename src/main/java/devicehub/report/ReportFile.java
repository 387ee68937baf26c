package devicehub.report;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import devicehub.drill.KillPoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * One file of the reports folder, replaced whole or not at all: written beside the old one, if it
 * is to be another, brought to disk, then renamed over it. Whoever has the old one open reads it to
 * the end.
 *
 * <pre>
 *   .merged.csv.part  →  merged.csv
 * </pre>
 *
 * <p>Reports name people, so a new file is its owner's alone (mode 600); a mode that somebody gave
 * the file since is kept.
 */
final class ReportFile {
  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rw-------");

  /** Writes a report's bytes, which need not be in large pieces. */
  interface Content {
    void writeTo(FileOutput out) throws IOException;
  }

  private final Path file;
  private final Path part;

  ReportFile(Path file) {
    this.file = file;
    this.part = file.resolveSibling("." + file.getFileName() + ".part");
  }

  /** Replaces the file; one whose bytes are the same already is left alone, its time included. */
  void replaceWith(Content content) {
    try {
      // Left behind by a process that was killed.
      Files.deleteIfExists(part);
      try {
        write(content);
      } finally {
        Files.deleteIfExists(part);
      }
    } catch (IOException e) {
      throw new ReportUnwritableException(file, e);
    }
  }

  private void write(Content content) throws IOException {
    try (Replacement replacement = new Replacement(file, part, mode())) {
      FileOutput out = new FileOutput(replacement);
      content.writeTo(out);
      out.flush();
      if (!replacement.differs()) {
        return;
      }
      KillPoint.REPORT_UNSYNCED.pass();
      replacement.force();
    }
    if (Files.isRegularFile(file) && isPosix()) {
      Files.setPosixFilePermissions(part, Files.getPosixFilePermissions(file));
    }
    KillPoint.REPORT_UNRENAMED.pass();
    Files.move(part, file, ATOMIC_MOVE, REPLACE_EXISTING);
  }

  private FileAttribute<?>[] mode() {
    return isPosix()
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
        : new FileAttribute<?>[0];
  }

  private boolean isPosix() {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix");
  }
}
