/** Words that every stage shares: ids, protocols, problems. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.oin.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
