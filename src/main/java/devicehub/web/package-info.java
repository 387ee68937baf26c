/**
 * What the hub answers over HTTP: it takes feeds in, and shows its page, its numbers and its
 * health.
 */
@NullMarked
package devicehub.web;

import org.jspecify.annotations.NullMarked;
