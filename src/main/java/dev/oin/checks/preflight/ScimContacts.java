package dev.oin.checks.preflight;

import static dev.oin.checks.preflight.Contacts.configuration;

import dev.oin.checks.Outcome;
import dev.oin.checks.preflight.Contacts.InstalledAddresses;
import dev.oin.checks.preflight.Contacts.ScimContact;
import dev.oin.egress.Call;
import dev.oin.egress.Reply.Answered;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** Contacts with the SCIM servers of the installed instances. */
final class ScimContacts {

    private ScimContacts() {}

    static Outcome answers(Contacts contacts) {
        return scim(contacts, ScimContacts::isScim);
    }

    static Outcome acceptsCredentials(Contacts contacts) {
        return scim(contacts, ScimContacts::lets);
    }

    private static Outcome scim(Contacts contacts, Function<Answered, Optional<Outcome>> judge) {
        var servers = contacts.installed().stream()
                .map(InstalledAddresses::scim)
                .filter(Objects::nonNull)
                .toList();
        for (var server : servers) {
            var wrong = wrong(contacts, server, judge);
            if (wrong.isPresent()) {
                return wrong.get();
            }
        }
        return servers.isEmpty()
                ? new Outcome.NotApplicable("There is no SCIM server.")
                : new Outcome.Passed(
                        "The SCIM server answers.", servers.getFirst().base() + " answers.");
    }

    private static Optional<Outcome> wrong(
            Contacts contacts, ScimContact server, Function<Answered, Optional<Outcome>> judge) {
        if (server.missing() != null || server.authorization() == null) {
            return Optional.of(configuration(
                    "The instance knows the server's credentials.",
                    String.valueOf(server.missing()),
                    "Enter the SCIM credentials at the instance, on the page \"Test\"."));
        }
        var address = URI.create(server.base() + "/Users?startIndex=1&count=1");
        var call =
                Call.get(address).with("Authorization", server.authorization()).with("Accept", "application/scim+json");
        return contacts.judged(address, contacts.send(call), judge);
    }

    private static Optional<Outcome> isScim(Answered answer) {
        var where = answer.url().toString();
        if (answer.status() / 100 == 3 && answer.status() != 307 && answer.status() != 308) {
            return Optional.of(configuration(
                    where + " answers a SCIM client.",
                    "It leads elsewhere: " + answer.status() + " to "
                            + answer.header("Location").orElse("an address that it does not name") + '.',
                    "Enter the SCIM base URL that answers itself; a SCIM client follows 307 and 308 only."));
        }
        if (answer.status() == 200 && !answer.text().stripLeading().startsWith("{")) {
            return Optional.of(configuration(
                    where + " answers with a SCIM list.",
                    "It answers 200, but not with JSON.",
                    "Correct the SCIM base URL: it is the part before /Users."));
        }
        return Contacts.isThere(answer, "Correct the SCIM base URL: it is the part before /Users.");
    }

    private static Optional<Outcome> lets(Answered answer) {
        return switch (answer.status()) {
            case 401, 403 ->
                Optional.of(
                        configuration(
                                "The SCIM server lets this instance in.",
                                "It answers " + answer.status() + '.',
                                "Enter the token that the server expects, at the instance; compare the way it is sent (HEADER or BEARER) too."));
            default -> isScim(answer);
        };
    }
}
