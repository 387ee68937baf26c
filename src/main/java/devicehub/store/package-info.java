/** Keeps raw input on disk, and snapshots, decisions and owed messages in SQLite or PostgreSQL. */
@NullMarked
package devicehub.store;

import org.jspecify.annotations.NullMarked;
