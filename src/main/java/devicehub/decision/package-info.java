/** What was decided about which records, on whose word and on what evidence. */
@NullMarked
package devicehub.decision;

import org.jspecify.annotations.NullMarked;
