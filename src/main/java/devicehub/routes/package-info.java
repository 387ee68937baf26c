/** Checks and loads the route files that admins write. */
@NullMarked
package devicehub.routes;

import org.jspecify.annotations.NullMarked;
