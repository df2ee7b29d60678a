/** The process engine's adapter: the only package that knows Camunda. */
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
            "insight"
        })
@NullMarked
package dev.oin.workflow;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
