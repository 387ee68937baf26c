/**
 * Reads the folder {@code config/}: settings, feeds and rules, and every problem in them at once.
 */
@NullMarked
package devicehub.config;

import org.jspecify.annotations.NullMarked;
