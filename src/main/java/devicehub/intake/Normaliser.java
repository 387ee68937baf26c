package devicehub.intake;

/** Reads one row into a record, once it knows which columns there are. */
public interface Normaliser {
  Normalised normalise(Row row);
}
