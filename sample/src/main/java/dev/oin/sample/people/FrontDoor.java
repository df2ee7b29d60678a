package dev.oin.sample.people;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.oin.sample.people.Admission.Admitted;
import dev.oin.sample.people.Admission.Refused;
import dev.oin.sample.state.Connections;
import dev.oin.sample.state.Weakness;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/** Decides who may sign in, links them to their account, and creates accounts just in time. */
@Component
public class FrontDoor {

    private final People people;
    private final Connections connections;
    private final Tenants tenants;
    private final ObjectMapper json;

    FrontDoor(People people, Connections connections, Tenants tenants, ObjectMapper json) {
        this.people = people;
        this.tenants = tenants;
        this.connections = connections;
        this.json = json;
    }

    public Admission admit(Arrival arrival) {
        synchronized (people) {
            Optional<Account> known = people.withIdentity(arrival.identity());
            if (known.isPresent()) {
                return welcomeBack(known.get(), arrival);
            }
            String email = arrival.email();
            Optional<Account> reached = email == null ? Optional.empty() : reached(email, arrival);
            return reached.isPresent() ? link(reached.get(), arrival) : create(arrival);
        }
    }

    /** An address leads to an account of the same tenant only. */
    private Optional<Account> reached(String email, Arrival arrival) {
        return people.allReachedAt(email).stream()
                .filter(account -> connections.has(Weakness.TENANTS_SHARED)
                        || tenants.isSecond(account) == tenants.isSecond(arrival.identity()))
                .findFirst();
    }

    private Admission welcomeBack(Account account, Arrival arrival) {
        if (!account.active()) {
            return new Refused("This account is deactivated. Ask your administrator.");
        }
        ObjectNode profile = account.profile().deepCopy();
        name(profile, arrival.givenName(), arrival.familyName());
        String email = arrival.email();
        if (email != null && arrival.emailProven() && people.allReachedAt(email).isEmpty()) {
            address(profile, email);
        }
        return new Admitted(
                profile.equals(account.profile()) ? account : people.store(account.withProfile(profile, people.now())));
    }

    /** An e-mail address leads to an account only once per identity provider: the same address under another subject is somebody else. */
    private Admission link(Account account, Arrival arrival) {
        boolean otherSubject = account.identities().stream()
                .anyMatch(
                        identity -> identity.issuer().equals(arrival.identity().issuer()));
        if (account.local() || otherSubject || !arrival.emailProven()) {
            return new Refused("An account with this e-mail address exists and belongs to another sign-in.");
        }
        return welcomeBack(account, arrival) instanceof Refused refused
                ? refused
                : new Admitted(
                        people.store(people.find(account.id()).orElseThrow().withIdentity(arrival.identity())));
    }

    private Admission create(Arrival arrival) {
        boolean creates = connections.current().createsPeople() || connections.has(Weakness.JIT_UNASKED);
        if (!creates || connections.has(Weakness.JIT_OFF)) {
            return new Refused("There is no account for you in Sample HR. Ask your administrator to create one.");
        }
        String userName = arrival.email() == null ? arrival.identity().subject() : arrival.email();
        ObjectNode profile = json.createObjectNode().put("userName", userName);
        boolean swapped = connections.has(Weakness.JIT_WRONG_NAMES);
        name(
                profile,
                swapped ? arrival.familyName() : arrival.givenName(),
                swapped ? arrival.givenName() : arrival.familyName());
        profile.put("active", true);
        if (arrival.email() != null) {
            address(profile, arrival.email());
        }
        return people.add(profile, List.of(arrival.identity()), !tenants.isSecond(arrival.identity()))
                .<Admission>map(Admitted::new)
                .orElseGet(() -> new Refused("The user name " + userName + " is taken."));
    }

    private void name(ObjectNode profile, @Nullable String given, @Nullable String family) {
        ObjectNode name = profile.withObjectProperty("name");
        if (given != null) {
            name.put("givenName", stored(given));
        }
        if (family != null) {
            name.put("familyName", stored(family));
        }
        String full =
                (name.path("givenName").asText() + " " + name.path("familyName").asText()).strip();
        if (full.isEmpty()) {
            profile.remove("name");
        } else if (given != null || family != null) {
            profile.put("displayName", full);
        }
    }

    private String stored(String name) {
        return connections.has(Weakness.NAMES_ESCAPED_TWICE) ? HtmlUtils.htmlEscape(name) : name;
    }

    private static void address(ObjectNode profile, String email) {
        profile.putArray("emails")
                .addObject()
                .put("value", email)
                .put("type", "work")
                .put("primary", true);
    }
}
