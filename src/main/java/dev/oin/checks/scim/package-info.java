/** SCIM suites. */
@NamedInterface("scim")
@NullMarked
package dev.oin.checks.scim;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
