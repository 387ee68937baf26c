/** What a device record is: who says a device exists, under which identifiers, for whom. */
@NullMarked
package devicehub.device;

import org.jspecify.annotations.NullMarked;
