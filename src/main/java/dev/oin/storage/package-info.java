/** Large values, such as logos and evidence, behind a port; clock, chance and recurring work. */
@ApplicationModule(allowedDependencies = {"kernel"})
@NullMarked
package dev.oin.storage;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
