/** Exceptions and what people do with them, and the messages that are owed about them. */
@NullMarked
package devicehub.review;

import org.jspecify.annotations.NullMarked;
