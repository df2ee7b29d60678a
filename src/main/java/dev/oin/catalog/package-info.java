/** What is public, and its versions. */
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
            "checks :: *",
            "gate",
            "review"
        })
@NullMarked
package dev.oin.catalog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
