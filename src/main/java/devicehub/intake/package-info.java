/** Rows become records: what a feed's columns mean, and what each row says once read with care. */
@NullMarked
package devicehub.intake;

import org.jspecify.annotations.NullMarked;
