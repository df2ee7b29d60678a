package dev.oin.checks.sso;

import dev.oin.checks.Exchange;
import dev.oin.checks.Fault;
import dev.oin.checks.Outcome;
import dev.oin.checks.sso.Attempt.Unreachable;

/** Whose fault it is that an address could not be reached. */
final class Blame {

    private Blame() {}

    static Outcome unreachable(Unreachable attempt) {
        var reason = attempt.reason();
        var expected = attempt.address() + " can be reached.";
        var observed = "It could not: " + reason.strip();
        if (attempt.ours()) {
            return new Outcome.Errored(
                    Fault.PLATFORM,
                    expected,
                    observed,
                    "This is an address of this product; tell its operator. It says nothing about your app.");
        }
        if (reason.contains(Exchange.GIVEN_UP)) {
            return new Outcome.Failed(
                    Fault.APP,
                    attempt.address() + " shows a page.",
                    "The answer there was no page but a file to keep, or nothing (status 204): the browser went on showing the page before.",
                    "Lead people to a page of the app after the sign-in.");
        }
        if (attempt.isCircle()) {
            return new Outcome.Failed(
                    Fault.APP,
                    "The app's addresses lead to a page.",
                    attempt.address() + " leads round in a circle: " + reason.strip(),
                    "The app leads whom it has not signed in to a page that wants a session itself. Let everybody read that page, and look into the app's log for why nobody was signed in.");
        }
        if (isRefusedByRule(reason)) {
            return new Outcome.Failed(
                    Fault.CONFIGURATION, expected, observed, "Use an https address on the public internet.");
        }
        if (reason.contains("ERR_CERT") || reason.contains("ERR_SSL")) {
            return new Outcome.Failed(
                    Fault.CONFIGURATION,
                    expected,
                    observed,
                    "Give the app a certificate that browsers trust, for this host name.");
        }
        return new Outcome.Errored(
                Fault.NETWORK,
                expected,
                observed,
                "Check that the address is right, that the app runs, and that it can be reached from where this product runs; then run the case again.");
    }

    private static boolean isRefusedByRule(String reason) {
        return reason.contains("public internet") || reason.startsWith("Use https");
    }
}
