package dev.oin.sandbox.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.oin.egress.Capture;
import dev.oin.egress.GuardedHttp;
import dev.oin.kernel.PersonId;
import dev.oin.sandbox.Assignments;
import dev.oin.sandbox.ImportSafeguards;
import dev.oin.sandbox.Instance;
import dev.oin.sandbox.People;
import dev.oin.sandbox.Person;
import dev.oin.sandbox.PersonChange;
import dev.oin.sandbox.PersonDetails;
import dev.oin.sandbox.PersonOutcome;
import dev.oin.submission.Scim.Mapping;
import dev.oin.submission.Scim.Mapping.Direction;
import dev.oin.submission.expression.AttributeValues;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Imports an app's users into the sandbox: only active users come in, whoever is there already under the same address is linked, and who is gone from the app loses the
 * assignment, unless that would be more than the instance's import safeguard allows.
 */
@Component
public class ImportUsers {

    private static final Set<String> BASIC = Set.of("login", "email", "firstName", "lastName");
    private static final int PAGE = 100;
    private static final int MOST = 2000;

    private final Provisioning provisioning;
    private final GuardedHttp http;
    private final ObjectMapper json;
    private final ScimLinks links;
    private final People people;
    private final Assignments assignments;
    private final ImportSafeguards safeguard;
    private final TryCredentials credentials;
    private final ProvisioningLog log;
    private final Errands errands;

    ImportUsers(
            Provisioning provisioning,
            GuardedHttp http,
            ObjectMapper json,
            ScimLinks links,
            People people,
            Assignments assignments,
            ImportSafeguards safeguard,
            TryCredentials credentials,
            ProvisioningLog log,
            Errands errands) {
        this.log = log;
        this.errands = errands;
        this.provisioning = provisioning;
        this.http = http;
        this.json = json;
        this.links = links;
        this.people = people;
        this.assignments = assignments;
        this.safeguard = safeguard;
        this.credentials = credentials;
    }

    /** What came of it. */
    public sealed interface Outcome {

        /** The import is done. */
        record Imported(int scanned, int added, int unchanged, int removed, int skipped) implements Outcome {}

        /** The safeguard stopped it before anything was changed. */
        record Stopped(int gone, int assigned, int percent) implements Outcome {}

        /** The app has not answered yet. */
        record UnderWay() implements Outcome {}

        /** The app could not be read. */
        record Failed(String reason) implements Outcome {}
    }

    private record AppUser(String id, PersonDetails details, Map<String, String> attributes, boolean active) {}

    /** Reads all users, then imports them, and notes what came of it; over the network, so never inside a transaction. */
    public Outcome run(Instance instance) {
        return switch (provisioning.connection(instance)) {
            case Provisioning.Connection.NotConnected(var reason) -> new Outcome.Failed(reason);
            case Provisioning.Connection.Connected(var server) ->
                errands.run(instance.organization(), () -> noted(instance, server))
                        .orElseGet(Outcome.UnderWay::new);
        };
    }

    private Outcome noted(Instance instance, ScimServer server) {
        var number = log.begin(instance, "Users of the app", "Import", new Matter.Unrepeatable());
        var patience = Haste.ofPage().patience(instance.id());
        var outcome = take(instance, new ScimClient(http, json, server, Capture.NONE, patience));
        log.end(
                number,
                outcome instanceof Outcome.Imported ? ProvisioningLog.Result.DONE : ProvisioningLog.Result.NOT_DONE,
                words(outcome));
        return outcome;
    }

    /** In words. */
    public static String words(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Imported(var scanned, var added, var unchanged, var removed, var skipped) ->
                "%d scanned, %d new, %d unchanged, %d removed, %d inactive or not usable."
                        .formatted(scanned, added, unchanged, removed, skipped);
            case Outcome.Stopped(var gone, var assigned, var percent) ->
                "Import safeguard: %d of %d assigned people are gone from the app, more than %d %%. Nothing was changed. Look into the app, or raise the safeguard on the instance's Provisioning page."
                        .formatted(gone, assigned, percent);
            case Outcome.UnderWay() -> ProvisioningLog.UNDER_WAY;
            case Outcome.Failed(var reason) -> "Not imported: " + reason;
        };
    }

    private Outcome take(Instance instance, ScimClient client) {
        var scim = instance.app().scim();
        var mappings = scim == null ? List.<Mapping>of() : scim.settings().mappings();
        Map<String, AppUser> users = new HashMap<>();
        while (users.size() <= MOST) {
            switch (client.get("/Users?startIndex=%d&count=%d".formatted(users.size() + 1, PAGE))) {
                case ScimReply.Silence(var reason, var forbidden) -> {
                    return new Outcome.Failed(reason);
                }
                case ScimReply.Answer answer
                when answer.status() == 401 || answer.status() == 403 -> {
                    return new Outcome.Failed(credentials.of(instance).words());
                }
                case ScimReply.Answer answer
                when answer.status() != 200 || !CredentialTrial.isList(answer) -> {
                    return new Outcome.Failed(unreadable(answer));
                }
                case ScimReply.Answer answer -> {
                    var known = users.size();
                    answer.at("$.Resources")
                            .forEach(user -> users.put(user.path("id").asText(), read(user, mappings)));
                    var total = answer.at("$.totalResults").asInt(0);
                    if (users.size() >= total) {
                        return apply(instance, users);
                    }
                    if (users.size() == known) {
                        return new Outcome.Failed(
                                "The app counts %d users (totalResults) and shows %d of them: after those, its pages bring nobody new. Let startIndex begin the page at that user."
                                        .formatted(total, known));
                    }
                }
            }
        }
        return new Outcome.Failed("The app has more than %d users; a sandbox imports no more.".formatted(MOST));
    }

    private static String unreadable(ScimReply.Answer answer) {
        return "GET /Users was answered with %d%s"
                .formatted(
                        answer.status(),
                        answer.status() == 200
                                ? ", but not with a SCIM list. Correct the SCIM base URL: it is the part before /Users."
                                : ". " + answer.at("$.detail").asText("Look into the server's log."));
    }

    private Outcome apply(Instance instance, Map<String, AppUser> users) {
        var linked = links.in(instance.id());
        var assigned = assignments.of(instance.id()).stream()
                .filter(person -> linked.containsKey(person.id()))
                .toList();
        var gone = assigned.stream()
                .filter(person -> !users.containsKey(linked.get(person.id())))
                .toList();
        if (gone.size() * 100 > assigned.size() * safeguard.of(instance.id())) {
            return new Outcome.Stopped(gone.size(), assigned.size(), safeguard.of(instance.id()));
        }
        var known = new HashSet<>(linked.values());
        var added = new ArrayList<PersonId>();
        var skipped = 0;
        for (var user : users.values()) {
            if (!user.active() || (!known.contains(user.id()) && !admit(instance, user, added))) {
                skipped++;
            }
        }
        gone.forEach(person -> assignments.unassign(instance.id(), person.id(), instance.organization()));
        return new Outcome.Imported(
                users.size(), added.size(), users.size() - added.size() - skipped, gone.size(), skipped);
    }

    private boolean admit(Instance instance, AppUser user, List<PersonId> added) {
        var there = people.findByEmail(user.details().email(), instance.organization());
        var person = there.map(Person::id).or(() -> switch (people.addFound(instance.organization(), user.details())) {
            case PersonOutcome.Saved(var saved, var password) -> {
                people.edit(saved.id(), instance.organization(), PersonChange.of(user.attributes()));
                yield Optional.of(saved.id());
            }
            case PersonOutcome.Refused(var problems) -> Optional.empty();
            case PersonOutcome.Unknown() -> Optional.empty();
        });
        person.ifPresent(id -> {
            links.keep(instance.id(), id, user.id());
            assignments.assign(instance.id(), id, instance.organization());
            added.add(id);
        });
        return person.isPresent();
    }

    /** By the mappings to the platform (submission-rules 8.1); what they leave out of name and address is read where it usually is. */
    private static AppUser read(JsonNode user, List<Mapping> mappings) {
        var values = new HashMap<String, String>();
        for (var mapping : mappings) {
            if (mapping.direction() == Direction.TO_PLATFORM && mapping.source() != null && mapping.target() != null) {
                var value = ScimAttributes.read(user, mapping.source());
                if (!value.isBlank()) {
                    values.put(mapping.target().replaceFirst("^user\\.", ""), value);
                }
            }
        }
        var email = values.getOrDefault(
                "email", values.getOrDefault("login", user.path("userName").asText()));
        return new AppUser(
                user.path("id").asText(),
                new PersonDetails(
                        values.getOrDefault(
                                "firstName", user.at("/name/givenName").asText()),
                        values.getOrDefault(
                                "lastName", user.at("/name/familyName").asText()),
                        email),
                values.entrySet().stream()
                        .filter(value -> !BASIC.contains(value.getKey())
                                && AttributeValues.personAttributes().contains(value.getKey())
                                && value.getValue().length() <= PersonChange.LONGEST_ATTRIBUTE)
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)),
                !user.path("active").asText("true").equalsIgnoreCase("false"));
    }
}
