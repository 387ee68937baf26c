package devicehub.format;

import devicehub.intake.RowSink;
import devicehub.intake.UnreadableInputException;
import java.io.IOException;
import java.io.InputStream;

/** Reads one format. Safe for use by several threads, each with its own input and sink. */
public interface RowReader {
  /**
   * Reads all rows of an input, in order and in batches. Rows handed over before a failure must be
   * forgotten again: an input counts as a whole or not at all.
   *
   * @param inputName the file or address as people know it, for messages
   * @param in the input, which the caller closes
   * @return what the input says of itself; its rows are void if that is an error
   * @throws UnreadableInputException if the input as a whole cannot be trusted
   * @throws IOException if the input could not be fetched, whatever it holds
   */
  Page read(String inputName, InputStream in, RowSink sink) throws IOException;
}
