/** Who owns which addresses and names. */
@NullMarked
package devicehub.directory;

import org.jspecify.annotations.NullMarked;
