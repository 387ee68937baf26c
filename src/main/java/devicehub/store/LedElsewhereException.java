package devicehub.store;

/** Another hub leads on the database; the message says which, in one line for an admin. */
public final class LedElsewhereException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  LedElsewhereException(String leader) {
    super("another hub (" + leader + ") leads on this database");
  }
}
