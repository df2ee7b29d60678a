/** Roll-ups and read models for managers, fed in the transactions that move the work. */
@ApplicationModule(allowedDependencies = {"kernel"})
@NullMarked
package dev.oin.insight;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
