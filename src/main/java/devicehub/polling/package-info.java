/** Asks a server for everything it has, page by page: what to ask next, and whether to trust it. */
@NullMarked
package devicehub.polling;

import org.jspecify.annotations.NullMarked;
