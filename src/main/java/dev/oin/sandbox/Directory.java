package dev.oin.sandbox;

import dev.oin.kernel.Ids;
import dev.oin.kernel.OrganizationId;
import dev.oin.kernel.PersonId;
import dev.oin.kernel.RunId;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the people of the sandbox organisations. */
@Component
class Directory implements People {

    private static final List<String> FIRST_GROUPS = List.of("Everyone");

    private final PersonRows rows;
    private final PersonPasswords passwords;
    private final RandomTexts texts;
    private final SandboxSessions sessions;
    private final Ids ids;
    private final Clock clock;

    Directory(
            PersonRows rows,
            PersonPasswords passwords,
            RandomTexts texts,
            SandboxSessions sessions,
            Ids ids,
            Clock clock) {
        this.rows = rows;
        this.passwords = passwords;
        this.texts = texts;
        this.sessions = sessions;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public List<Person> of(OrganizationId organization) {
        return rows.of(organization);
    }

    @Override
    public Optional<Person> find(PersonId id, OrganizationId organization) {
        return rows.find(id).filter(person -> person.organization().equals(organization));
    }

    @Override
    public Optional<Person> find(PersonId id) {
        return rows.find(id);
    }

    @Override
    public Optional<Person> findByEmail(String email, OrganizationId organization) {
        return rows.findByEmail(email.strip(), organization);
    }

    @Override
    public List<Person> madeFor(RunId run) {
        return rows.madeFor(run);
    }

    @Override
    @Transactional
    public PersonOutcome add(OrganizationId organization, PersonDetails details, @Nullable String password) {
        if (password != null) {
            return add(organization, details, password, null);
        }
        var madeUp = texts.password();
        var outcome = add(organization, details, madeUp, null);
        return outcome instanceof PersonOutcome.Saved(var person, var none)
                ? new PersonOutcome.Saved(person, madeUp)
                : outcome;
    }

    @Override
    @Transactional
    public PersonOutcome addFound(OrganizationId organization, PersonDetails details) {
        return add(organization, details, null, null);
    }

    @Override
    @Transactional
    public PersonOutcome addForRun(OrganizationId organization, PersonDetails details, RunId run) {
        return add(organization, details, null, run);
    }

    private PersonOutcome add(
            OrganizationId organization, PersonDetails details, @Nullable String password, @Nullable RunId run) {
        var problems = PersonRules.problems(details, password);
        if (!problems.isEmpty()) {
            return new PersonOutcome.Refused(problems);
        }
        var person = new Person(
                new PersonId(ids.next()),
                organization,
                details.givenName(),
                details.familyName(),
                details.email(),
                Person.Status.ACTIVE,
                FIRST_GROUPS,
                run,
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        return rows.add(person, password == null ? null : passwords.hash(password))
                ? new PersonOutcome.Saved(person, null)
                : new PersonOutcome.Refused(List.of(PersonRules.taken()));
    }

    @Override
    @Transactional
    public PersonOutcome change(PersonId id, OrganizationId organization, PersonDetails details) {
        var problems = PersonRules.problems(details, null);
        if (!problems.isEmpty()) {
            return new PersonOutcome.Refused(problems);
        }
        var other = rows.findByEmail(details.email(), organization)
                .filter(found -> !found.id().equals(id));
        return other.isPresent()
                ? new PersonOutcome.Refused(List.of(PersonRules.taken()))
                : update(id, organization, person -> person.with(details));
    }

    @Override
    @Transactional
    public PersonOutcome turn(PersonId id, OrganizationId organization, Person.Status status) {
        if (status != Person.Status.ACTIVE) {
            find(id, organization).ifPresent(person -> sessions.end(person.id()));
        }
        return update(id, organization, person -> person.with(status));
    }

    @Override
    @Transactional
    public PersonOutcome group(PersonId id, OrganizationId organization, List<String> groups) {
        return update(id, organization, person -> person.with(groups));
    }

    private PersonOutcome update(PersonId id, OrganizationId organization, UnaryOperator<Person> change) {
        return find(id, organization)
                .map(change)
                .map(changed -> {
                    rows.update(changed);
                    return (PersonOutcome) new PersonOutcome.Saved(changed, null);
                })
                .orElseGet(PersonOutcome.Unknown::new);
    }

    @Override
    @Transactional
    public PersonOutcome resetPassword(PersonId id, OrganizationId organization, @Nullable String password) {
        var person = find(id, organization);
        if (person.isEmpty()) {
            return new PersonOutcome.Unknown();
        }
        var problems = PersonRules.problems(person.get().details(), password);
        if (!problems.isEmpty()) {
            return new PersonOutcome.Refused(problems);
        }
        var madeUp = password == null ? texts.password() : null;
        rows.setPassword(id, passwords.hash(madeUp == null ? String.valueOf(password) : madeUp));
        return new PersonOutcome.Saved(person.get(), madeUp);
    }

    @Override
    @Transactional
    public PersonOutcome edit(PersonId id, OrganizationId organization, PersonChange change) {
        var person = find(id, organization);
        if (person.isEmpty()) {
            return new PersonOutcome.Unknown();
        }
        var changed = change.of(person.get());
        var password = change.password();
        var problems = new ArrayList<>(PersonRules.problems(changed.details(), password));
        problems.addAll(PersonRules.problems(change));
        if (rows.findByEmail(changed.email(), organization)
                .filter(found -> !found.id().equals(id))
                .isPresent()) {
            problems.add(PersonRules.taken());
        }
        if (!problems.isEmpty()) {
            return new PersonOutcome.Refused(problems);
        }
        if (!changed.isActive()) {
            sessions.end(id);
        }
        if (password != null) {
            rows.setPassword(id, passwords.hash(password));
        }
        rows.update(changed);
        return new PersonOutcome.Saved(changed, null);
    }

    @Override
    @Transactional
    public boolean remove(PersonId id, OrganizationId organization) {
        return find(id, organization).isPresent() && end(id);
    }

    @Override
    @Transactional
    public void removeMadeFor(RunId run) {
        rows.madeFor(run).forEach(person -> end(person.id()));
    }

    private boolean end(PersonId id) {
        sessions.end(id);
        return rows.remove(id);
    }
}
