/** The SCIM 2.0 server. */
@NullMarked
package dev.oin.sample.scim;

import org.jspecify.annotations.NullMarked;
