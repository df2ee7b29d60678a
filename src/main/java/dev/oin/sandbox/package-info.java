/** The built-in identity provider: one organisation per ISV, with people, instances, sessions and keys. */
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
            "submission :: *"
        })
@NullMarked
package dev.oin.sandbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
