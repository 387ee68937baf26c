/** For fault drills only: places in the code where a test may end the process. */
@NullMarked
package devicehub.drill;

import org.jspecify.annotations.NullMarked;
