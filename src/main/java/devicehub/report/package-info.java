/** What a cycle came to, written for people and machines: files, messages and console text. */
@NullMarked
package devicehub.report;

import org.jspecify.annotations.NullMarked;
