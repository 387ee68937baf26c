/** Bytes become rows: CSV, JSON and XML files are read strictly, in batches, within limits. */
@NullMarked
package devicehub.format;

import org.jspecify.annotations.NullMarked;
