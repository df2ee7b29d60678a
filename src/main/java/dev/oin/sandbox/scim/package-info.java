/** The provisioning client. */
@NamedInterface("scim")
@NullMarked
package dev.oin.sandbox.scim;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
