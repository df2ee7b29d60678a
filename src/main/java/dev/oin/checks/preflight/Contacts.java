package dev.oin.checks.preflight;

import dev.oin.checks.Fault;
import dev.oin.checks.Outcome;
import dev.oin.egress.Call;
import dev.oin.egress.Capture;
import dev.oin.egress.GuardedHttp;
import dev.oin.egress.Reply;
import dev.oin.egress.Reply.Answered;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Calls the addresses of the installed apps, and says whose fault it is where no sensible answer comes. */
record Contacts(GuardedHttp http, Capture capture, List<InstalledAddresses> installed) {

    private static final Duration WITHIN = Duration.ofSeconds(8);
    private static final String REACHED = " can be reached.";
    private static final String PUBLIC = " is on the public internet.";

    Contacts {
        installed = List.copyOf(installed);
    }

    /** All addresses of a sort, each once. */
    List<URI> all(Function<InstalledAddresses, List<URI>> sort) {
        return installed.stream()
                .flatMap(one -> sort.apply(one).stream())
                .distinct()
                .toList();
    }

    /** Whether each of the addresses answers a GET in a way that the page behind it would. */
    Outcome each(List<URI> addresses, Function<Answered, Optional<Outcome>> judge) {
        if (addresses.isEmpty()) {
            return new Outcome.NotApplicable("There is no such address.");
        }
        for (var address : addresses) {
            var wrong = judged(address, send(Call.get(address)), judge);
            if (wrong.isPresent()) {
                return wrong.get();
            }
        }
        return new Outcome.Passed(
                "The address answers.",
                addresses.size() == 1
                        ? addresses.getFirst() + " answers."
                        : "All " + addresses.size() + " addresses answer.");
    }

    Reply send(Call call) {
        return http.send(call.within(WITHIN), capture);
    }

    Optional<Outcome> judged(URI address, Reply reply, Function<Answered, Optional<Outcome>> judge) {
        return switch (reply) {
            case Answered answer -> judge.apply(answer);
            case Reply.Refused(var reason) ->
                Optional.of(configuration(address + PUBLIC, reason, "Enter an https address on the public internet."));
            case Reply.Unreachable(var reason, var late) -> Optional.of(unreachable(address, reason));
        };
    }

    /** Whether nothing at all can come of the address, whatever is sent there. */
    static boolean isDeadEnd(Outcome outcome) {
        return outcome instanceof Outcome.Failed failed
                && failed.blame() == Fault.CONFIGURATION
                && (failed.expected().endsWith(REACHED) || failed.expected().endsWith(PUBLIC));
    }

    private static Outcome unreachable(URI address, String reason) {
        var expected = address + REACHED;
        if (reason.contains("cannot be resolved")) {
            return configuration(
                    expected, reason, "Correct the host name in the address, or publish it in the domain name system.");
        }
        if (reason.startsWith("TLS ")) {
            return configuration(
                    expected,
                    reason,
                    "Give the host a certificate that browsers trust, for this name, with its whole chain.");
        }
        return new Outcome.Errored(
                Fault.NETWORK,
                expected,
                reason,
                "Start the app, and open its firewall for callers from the internet; then check again.");
    }

    static Outcome configuration(String expected, String observed, String remedy) {
        return new Outcome.Failed(Fault.CONFIGURATION, expected, observed, remedy);
    }

    /** Nothing is wrong unless there is no such page, or the app fails. */
    static Optional<Outcome> isThere(Answered answer, String remedy) {
        var where = answer.url().toString();
        if (answer.status() == 404 || answer.status() == 410) {
            return Optional.of(configuration(
                    where + " leads to a page of the app.", "It is answered with " + answer.status() + '.', remedy));
        }
        return isBroken(answer);
    }

    static Optional<Outcome> isBroken(Answered answer) {
        return answer.status() >= 500
                ? Optional.of(new Outcome.Failed(
                        Fault.APP,
                        answer.url() + " answers.",
                        "It is answered with " + answer.status() + '.',
                        "Look into the app's log."))
                : Optional.empty();
    }

    /** The addresses of one instance. */
    record InstalledAddresses(
            String label,
            List<URI> redirectUris,
            List<URI> acsUrls,
            @Nullable URI oidcStart,
            @Nullable URI samlStart,
            @Nullable URI initiateUri,
            @Nullable String audience,
            @Nullable ScimContact scim,
            @Nullable URI logout) {

        InstalledAddresses {
            redirectUris = List.copyOf(redirectUris);
            acsUrls = List.copyOf(acsUrls);
        }
    }

    /**
     * A SCIM server.
     *
     * @param authorization the complete header; null where nothing was entered yet
     * @param missing what has to be entered first; null where nothing has
     */
    record ScimContact(
            URI base,
            @Nullable String authorization,
            @Nullable String missing) {}
}
