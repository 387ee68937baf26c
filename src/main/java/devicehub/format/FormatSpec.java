package devicehub.format;

import java.nio.charset.Charset;

/**
 * How a feed's inputs are written, as {@code config/feeds.yaml} says it.
 *
 * @param format {@code csv}, {@code json}, {@code ndjson}, {@code xml} or {@code clixml}
 * @param charset {@code auto} to read UTF-8 or what a byte order mark says, or a charset's name
 * @param delimiter {@code auto} to take it from the header, {@code tab}, or the character itself
 * @param gzip whether an input may come compressed
 * @param records path of the records in JSON and XML, such as {@code devices.device}; empty where
 *     the whole input is the list of records
 */
public record FormatSpec(
    String format,
    String charset,
    String delimiter,
    boolean gzip,
    String records,
    PagePaths page,
    Limits limits) {
  public static final String AUTO = "auto";

  /**
   * @throws IllegalArgumentException if the charset is unknown or the delimiter is no single
   *     character
   */
  public FormatSpec {
    if (!charset.equals(AUTO) && !Charset.isSupported(charset)) {
      throw new IllegalArgumentException("charset '" + charset + "' is not known");
    }
    delimiter = delimiter.equalsIgnoreCase("tab") ? "\t" : delimiter;
    boolean delimits = delimiter.length() == 1 && " \"\r\n\0".indexOf(delimiter) < 0;
    if (!delimiter.equals(AUTO) && !delimits) {
      throw new IllegalArgumentException("delimiter '" + delimiter + "' is not one character");
    }
  }

  /** CSV in any of the usual encodings and with any of the usual delimiters. */
  public static FormatSpec csv() {
    return new FormatSpec("csv", AUTO, AUTO, false, "", PagePaths.NONE, Limits.DEFAULT);
  }

  public static FormatSpec json(String records) {
    return new FormatSpec("json", AUTO, AUTO, false, records, PagePaths.NONE, Limits.DEFAULT);
  }

  public FormatSpec withFormat(String other) {
    return new FormatSpec(other, charset, delimiter, gzip, records, page, limits);
  }

  public FormatSpec withCharset(String other) {
    return new FormatSpec(format, other, delimiter, gzip, records, page, limits);
  }

  public FormatSpec withDelimiter(String other) {
    return new FormatSpec(format, charset, other, gzip, records, page, limits);
  }

  public FormatSpec withGzip(boolean allowed) {
    return new FormatSpec(format, charset, delimiter, allowed, records, page, limits);
  }

  public FormatSpec withPage(PagePaths other) {
    return new FormatSpec(format, charset, delimiter, gzip, records, other, limits);
  }

  public FormatSpec withLimits(Limits other) {
    return new FormatSpec(format, charset, delimiter, gzip, records, page, other);
  }
}
