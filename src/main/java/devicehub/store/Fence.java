package devicehub.store;

import org.jdbi.v3.core.Handle;

/** Lets a transaction through only while this hub may still do what it is about to do. */
interface Fence {
  /** Of a hub that shares its database with none, and of guests, whose writes stand beside any. */
  Fence NONE =
      new Fence() {
        @Override
        public void beforeRead(Handle handle) {}

        @Override
        public void beforeWrite(Handle handle) {}
      };

  /**
   * Called in the transaction that reads.
   *
   * @throws LedElsewhereException if another hub leads
   */
  void beforeRead(Handle handle);

  /**
   * Called first in the transaction that writes; until it ends, no other hub takes the lead.
   *
   * @throws LedElsewhereException if another hub leads
   */
  void beforeWrite(Handle handle);
}
