/** Asks a directory server, and writes what it finds as rows; javax.naming lives only here. */
@NullMarked
package devicehub.ldap;

import org.jspecify.annotations.NullMarked;
