/** The caller of Universal Logout endpoints. */
@NamedInterface("logout")
@NullMarked
package dev.oin.sandbox.logout;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
