package dev.oin.web.api;

import dev.oin.account.Caller;
import dev.oin.kernel.OrganizationId;
import dev.oin.kernel.PersonId;
import dev.oin.kernel.Problem;
import dev.oin.sandbox.People;
import dev.oin.sandbox.Person;
import dev.oin.sandbox.PersonChange;
import dev.oin.sandbox.PersonDetails;
import dev.oin.sandbox.PersonOutcome;
import dev.oin.sandbox.scim.AdministerPeople;
import dev.oin.web.problems.FieldError;
import dev.oin.web.problems.Problems;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /people}: the people of the caller's own sandbox organisation. */
@RestController
@RequestMapping("/api/v1/people")
class PeopleCalls {

    private static final String NEEDED = "People of the sandbox need the super admin or the org admin role.";

    private final People people;
    private final AdministerPeople administer;

    PeopleCalls(People people, AdministerPeople administer) {
        this.people = people;
        this.administer = administer;
    }

    @GetMapping
    ResponseEntity<Object> list(Caller caller, Paging paging) {
        var organization = caller.organization();
        if (organization == null || !(caller.mayView() || caller.mayManagePeople())) {
            return Problems.forbidden(NEEDED).answer();
        }
        var all = people.of(organization).stream().map(PersonAnswer::of).toList();
        return ResponseEntity.ok(Page.of(all, paging));
    }

    @PostMapping
    ResponseEntity<Object> add(Caller caller, @RequestBody NewPerson body) {
        return managing(caller, organization -> switch (administer.add(organization, body.details(), body.password())) {
            case PersonOutcome.Saved(var person, var password) ->
                ResponseEntity.created(URI.create("/api/v1/people/" + person.id()))
                        .body(PersonAnswer.of(person, password));
            case PersonOutcome.Refused(var problems) -> refused(problems);
            case PersonOutcome.Unknown() -> Problems.notFound().answer();
        });
    }

    @GetMapping("/{id}")
    ResponseEntity<Object> read(Caller caller, @PathVariable UUID id) {
        return managing(caller, organization -> find(id, organization));
    }

    @PatchMapping("/{id}")
    ResponseEntity<Object> change(Caller caller, @PathVariable UUID id, @RequestBody PersonPatch patch) {
        return managing(
                caller,
                organization -> people.find(new PersonId(id), organization)
                        .map(person -> changed(person, organization, patch))
                        .orElseGet(() -> Problems.notFound().answer()));
    }

    @DeleteMapping("/{id}")
    ResponseEntity<Object> remove(Caller caller, @PathVariable UUID id) {
        return managing(
                caller,
                organization -> administer.dismiss(new PersonId(id), organization)
                        ? ResponseEntity.noContent().build()
                        : Problems.notFound().answer());
    }

    private ResponseEntity<Object> changed(Person person, OrganizationId organization, PersonPatch patch) {
        var details = new PersonDetails(
                Objects.requireNonNullElse(patch.givenName(), person.givenName()),
                Objects.requireNonNullElse(patch.familyName(), person.familyName()),
                Objects.requireNonNullElse(patch.email(), person.email()));
        var change = new PersonChange(details, patch.groups(), patch.attributes(), patch.status(), patch.password());
        if (administer.edit(person.id(), organization, change) instanceof PersonOutcome.Refused(var problems)) {
            return refused(problems);
        }
        return find(person.id().value(), organization);
    }

    private ResponseEntity<Object> find(UUID id, OrganizationId organization) {
        return people.find(new PersonId(id), organization)
                .<ResponseEntity<Object>>map(person -> ResponseEntity.ok(PersonAnswer.of(person)))
                .orElseGet(() -> Problems.notFound().answer());
    }

    private static ResponseEntity<Object> managing(
            Caller caller, Function<OrganizationId, ResponseEntity<Object>> answer) {
        var organization = caller.organization();
        return organization == null || !caller.mayManagePeople()
                ? Problems.forbidden(NEEDED).answer()
                : answer.apply(organization);
    }

    static ResponseEntity<Object> refused(List<Problem> problems) {
        var errors = problems.stream()
                .map(problem -> new FieldError(problem.field(), problem.rule(), problem.message()))
                .toList();
        return Problems.unacceptable(errors.getFirst().message(), errors).answer();
    }

    record NewPerson(
            @Nullable String givenName,
            @Nullable String familyName,
            @Nullable String email,
            @Nullable String password) {

        PersonDetails details() {
            return new PersonDetails(
                    Objects.requireNonNullElse(givenName, ""),
                    Objects.requireNonNullElse(familyName, ""),
                    Objects.requireNonNullElse(email, ""));
        }
    }

    record PersonPatch(
            @Nullable String givenName,
            @Nullable String familyName,
            @Nullable String email,
            @Nullable Map<String, String> attributes,
            @Nullable List<String> groups,
            Person.@Nullable Status status,
            @Nullable String password) {}

    record PersonAnswer(
            PersonId id,
            String givenName,
            String familyName,
            String email,
            Person.Status status,
            List<String> groups,
            Map<String, String> attributes,
            Instant createdAt,
            @Nullable String password) {

        static PersonAnswer of(Person person) {
            return of(person, null);
        }

        static PersonAnswer of(Person person, @Nullable String password) {
            return new PersonAnswer(
                    person.id(),
                    person.givenName(),
                    person.familyName(),
                    person.email(),
                    person.status(),
                    person.groups(),
                    person.attributes(),
                    person.createdAt(),
                    password);
        }
    }
}
