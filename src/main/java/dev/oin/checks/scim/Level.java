package dev.oin.checks.scim;

import dev.oin.checks.Severity;

/** Why a strict check asks for what it asks (scim-checks, part 2), and what that weighs. */
enum Level {
    /** The standard says MUST or SHALL. */
    MUST(Severity.REQUIRED),
    /** The provisioning client needs it. */
    CLIENT(Severity.REQUIRED),
    /** The standard says SHOULD. */
    SHOULD(Severity.WARNING),
    /** Hardening. */
    HARDENING(Severity.INFORMATION);

    private final Severity severity;

    Level(Severity severity) {
        this.severity = severity;
    }

    Severity severity() {
        return severity;
    }
}
