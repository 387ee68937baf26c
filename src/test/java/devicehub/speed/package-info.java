/** Measures the hub as a whole beside DuckDB and beside a bare parse and join. */
@NullMarked
package devicehub.speed;

import org.jspecify.annotations.NullMarked;
