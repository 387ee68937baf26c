/** The latest accepted records of every feed, and which raw snapshots they are a function of. */
@NullMarked
package devicehub.inventory;

import org.jspecify.annotations.NullMarked;
