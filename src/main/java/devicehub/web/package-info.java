/** What the hub answers over HTTP: its health, to begin with. */
@NullMarked
package devicehub.web;

import org.jspecify.annotations.NullMarked;
