/** Universal Logout checks. */
@NamedInterface("logout")
@NullMarked
package dev.oin.checks.logout;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
