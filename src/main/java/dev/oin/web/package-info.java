/** Pages and API. */
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
            "review",
            "catalog",
            "webhook",
            "insight"
        })
@NullMarked
package dev.oin.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
