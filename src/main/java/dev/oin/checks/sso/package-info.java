/** The submission tester's cases. */
@NamedInterface("sso")
@NullMarked
package dev.oin.checks.sso;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
