/**
 * Decides which enrolment and which mail records are one device, by ordered rules, and says why.
 */
@NullMarked
package devicehub.matching;

import org.jspecify.annotations.NullMarked;
