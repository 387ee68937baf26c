package devicehub.inventory;

/**
 * A row, or a whole input, that was not taken, as {@code rejected.csv} lists it.
 *
 * @param file the input's name as people know it: a file name, or the address polled
 * @param line the line or ordinal, 0 for the whole input
 * @param value the text at fault, shortened
 */
public record RowProblem(String feed, String file, long line, String reason, String value) {}
