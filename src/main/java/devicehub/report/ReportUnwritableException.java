package devicehub.report;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;

/** A report that could not be written. The one written before is still there, whole. */
public final class ReportUnwritableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String file;

  ReportUnwritableException(Path file, IOException cause) {
    super(file + " cannot be written: " + reason(cause), cause);
    this.file = file.toString();
  }

  /** The file that stays as it was. */
  public String file() {
    return file;
  }

  private static String reason(IOException cause) {
    if (cause instanceof AccessDeniedException) {
      return "access denied";
    }
    if (cause instanceof FileSystemException trouble && trouble.getReason() != null) {
      return trouble.getReason();
    }
    String message = cause.getMessage();
    String kind = cause.getClass().getSimpleName();
    return message == null ? kind : kind + ": " + message;
  }
}
