/** Automated verification: suites of checks, their runs and reports. */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "vault",
            "mail",
            "account",
            "egress",
            "egress :: *",
            "storage",
            "submission",
            "submission :: *",
            "sandbox",
            "sandbox :: *"
        })
@NullMarked
package dev.oin.checks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
