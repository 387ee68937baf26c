/**
 * Keeps raw input, snapshots, decisions and owed messages, in SQLite and files or in PostgreSQL.
 */
@NullMarked
package devicehub.store;

import org.jspecify.annotations.NullMarked;
