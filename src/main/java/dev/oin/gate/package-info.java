/** What must be true before a submission leaves the ISV's hands. */
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
            "sandbox :: *",
            "checks",
            "checks :: *"
        })
@NullMarked
package dev.oin.gate;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
