/** The contact check before all others. */
@NamedInterface("preflight")
@NullMarked
package dev.oin.checks.preflight;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
