/** Hooks that answer with a named fault, armed for one run, person, instance and check. */
@NamedInterface("fault")
@NullMarked
package dev.oin.sandbox.fault;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
