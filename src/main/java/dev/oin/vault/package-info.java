/** Secrets at rest: encryption with a rotating master key, and masking. */
@ApplicationModule(allowedDependencies = {"kernel"})
@NullMarked
package dev.oin.vault;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
