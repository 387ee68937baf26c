package devicehub.config;

/**
 * How a feed's input is written, in the words of {@code config/feeds.yaml}. A place in JSON or XML
 * is named by its path, {@code devices.device}; what is not given is the empty string.
 *
 * @param format {@code csv}, {@code json}, {@code ndjson}, {@code xml} or {@code clixml}
 * @param charset a charset's name, or {@code auto}: by byte order mark, else UTF-8
 * @param delimiter one character, or {@code auto}: whichever of comma, semicolon, tab the header
 *     has
 * @param records where the records are; empty for the outermost value
 * @param pageNumber where an answer tells which page it is
 * @param pageRows where an answer tells how many records it holds
 * @param total where an answer tells how many records there are on all pages
 * @param next where an answer names the next page
 * @param errorCode where an answer reports a failure, though HTTP says 200; empty for the usual
 *     places
 * @param errorMessage where it says so in words
 */
public record FormatConfig(
    String format,
    String charset,
    String delimiter,
    String records,
    String pageNumber,
    String pageRows,
    String total,
    String next,
    String errorCode,
    String errorMessage) {}
