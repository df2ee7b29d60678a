/** The team's side: issues, checklists, decisions, waivers, expected dates. */
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
            "gate"
        })
@NullMarked
package dev.oin.review;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
