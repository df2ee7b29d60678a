package dev.oin.sandbox.login;

import dev.oin.account.Organization;
import dev.oin.kernel.Ids;
import dev.oin.sandbox.People;
import dev.oin.sandbox.Person;
import dev.oin.sandbox.PersonPasswords;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Signs people in with their password, or with a one-time ticket typed in its place; takes as long for an unknown address as for a known one. */
@Component
class SignInPerson {

    private final People people;
    private final PersonPasswords passwords;
    private final TicketRows tickets;
    private final SignInFailureRows failures;
    private final Ids ids;
    private final Clock clock;

    SignInPerson(
            People people,
            PersonPasswords passwords,
            TicketRows tickets,
            SignInFailureRows failures,
            Ids ids,
            Clock clock) {
        this.people = people;
        this.passwords = passwords;
        this.tickets = tickets;
        this.failures = failures;
        this.ids = ids;
        this.clock = clock;
    }

    Outcome attempt(Organization organization, String email, String password) {
        return TicketRows.isTicket(password)
                ? withTicket(organization, email, password)
                : withPassword(organization, email, password);
    }

    private Outcome withTicket(Organization organization, String email, String ticket) {
        var person = people.findByEmail(email, organization.id()).filter(Person::isActive);
        return person.flatMap(found -> tickets.redeem(ticket, found.id()))
                .map(redeemed -> signedIn(organization, person.orElseThrow(), redeemed))
                .orElseGet(Outcome.Refused::new);
    }

    private Outcome withPassword(Organization organization, String email, String password) {
        var now = clock.instant();
        var lockedUntil = failures.lockedUntil(organization.id(), email, now);
        if (lockedUntil.isPresent()) {
            return new Outcome.LockedOut(lockedUntil.get());
        }
        var person = people.findByEmail(email, organization.id()).filter(Person::isActive);
        if (passwords.matches(person.map(Person::id).orElse(null), password) && person.isPresent()) {
            failures.forget(organization.id(), email);
            return signedIn(organization, person.get(), null);
        }
        failures.count(organization.id(), email, now);
        return new Outcome.Refused();
    }

    private Outcome signedIn(Organization organization, Person person, TicketRows.@Nullable Redeemed ticket) {
        return new Outcome.SignedIn(new SandboxPrincipal(
                person.id().value(),
                organization.id().value(),
                ticket == null ? null : ticket.run().value(),
                ticket == null ? null : ticket.instance().value(),
                clock.instant(),
                "_" + ids.next()));
    }

    /** What came of an attempt. */
    sealed interface Outcome {

        /** The person is signed in. */
        record SignedIn(SandboxPrincipal principal) implements Outcome {}

        /** Address or password is wrong, or the person may not sign in; which of them is nobody's business. */
        record Refused() implements Outcome {}

        /** Too many attempts; none is looked at before the time. */
        record LockedOut(Instant until) implements Outcome {}
    }
}
