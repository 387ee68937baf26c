package devicehub.fleet;

/** A file of lines that can be written one household at a time. */
interface RowFormat {
  void header(StringBuilder out);

  void rows(Household household, StringBuilder out);
}
