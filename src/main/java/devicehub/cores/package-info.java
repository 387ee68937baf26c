/** Work shared among the cores, whose results come in the order of what they are of. */
@NullMarked
package devicehub.cores;

import org.jspecify.annotations.NullMarked;
