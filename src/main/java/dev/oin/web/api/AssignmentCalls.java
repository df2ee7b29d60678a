package dev.oin.web.api;

import dev.oin.account.Caller;
import dev.oin.kernel.PersonId;
import dev.oin.kernel.Problem;
import dev.oin.sandbox.AppAttributes;
import dev.oin.sandbox.AppUsers;
import dev.oin.sandbox.Assignments;
import dev.oin.sandbox.People;
import dev.oin.sandbox.scim.AdministerPeople;
import dev.oin.web.problems.Problems;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who is assigned to an instance. */
@RestController
@RequestMapping("/api/v1/instances/{id}/assignments")
class AssignmentCalls {

    private static final int LONGEST_ATTRIBUTE = 1024;

    private final OwnedThings owned;
    private final Assignments assignments;
    private final AdministerPeople administer;
    private final AppAttributes attributes;
    private final AppUsers users;
    private final People people;

    AssignmentCalls(
            OwnedThings owned,
            Assignments assignments,
            AdministerPeople administer,
            AppAttributes attributes,
            AppUsers users,
            People people) {
        this.owned = owned;
        this.assignments = assignments;
        this.administer = administer;
        this.attributes = attributes;
        this.users = users;
        this.people = people;
    }

    @GetMapping
    ResponseEntity<Object> assigned(Caller caller, @PathVariable UUID id, Paging paging) {
        return owned.instance(
                caller,
                id,
                instance -> ResponseEntity.ok(Page.of(
                        assignments.of(instance.id()).stream()
                                .map(PeopleCalls.PersonAnswer::of)
                                .toList(),
                        paging)));
    }

    @PostMapping
    ResponseEntity<Object> assign(Caller caller, @PathVariable UUID id, @RequestBody Assignment body) {
        return owned.testableInstance(caller, id, instance -> {
            var person = body.personId();
            if (person == null
                    || people.find(new PersonId(person), instance.organization())
                            .isEmpty()) {
                return Problems.notFound().answer();
            }
            return administer.assign(instance.id(), new PersonId(person), instance.organization())
                    ? ResponseEntity.noContent().build()
                    : held();
        });
    }

    @DeleteMapping("/{person}")
    ResponseEntity<Object> unassign(Caller caller, @PathVariable UUID id, @PathVariable UUID person) {
        return owned.testableInstance(caller, id, instance -> {
            if (people.find(new PersonId(person), instance.organization()).isEmpty()) {
                return Problems.notFound().answer();
            }
            return administer.unassign(instance.id(), new PersonId(person), instance.organization())
                    ? ResponseEntity.noContent().build()
                    : held();
        });
    }

    @GetMapping("/{person}/attributes")
    ResponseEntity<Object> attributes(Caller caller, @PathVariable UUID id, @PathVariable UUID person) {
        return owned.testableInstance(
                caller,
                id,
                instance -> assignments.isAssigned(instance.id(), new PersonId(person))
                        ? ResponseEntity.ok(attributes.of(instance.id(), new PersonId(person)))
                        : Problems.notFound().answer());
    }

    /** What the app is told of this person, whatever their groups and their profile say. */
    @PutMapping("/{person}/attributes")
    ResponseEntity<Object> setAttributes(
            Caller caller, @PathVariable UUID id, @PathVariable UUID person, @RequestBody Map<String, String> body) {
        return owned.testableInstance(caller, id, instance -> {
            var known = users.attributesOf(instance).stream()
                    .map(AppUsers.Attribute::target)
                    .collect(Collectors.toSet());
            if (!known.containsAll(body.keySet())
                    || body.values().stream().anyMatch(value -> value == null || value.length() > LONGEST_ATTRIBUTE)) {
                return PeopleCalls.refused(List.of(Problem.error(
                        "attributes",
                        "attributes.unknown",
                        "Attributes are those that the mappings write to the app: %s; of at most 1024 characters."
                                .formatted(String.join(", ", new TreeSet<>(known))))));
            }
            if (!assignments.isAssigned(instance.id(), new PersonId(person))) {
                return Problems.notFound().answer();
            }
            return administer.setAttributes(instance.id(), new PersonId(person), body, instance.organization())
                    ? ResponseEntity.noContent().build()
                    : held();
        });
    }

    private static ResponseEntity<Object> held() {
        return Problems.conflict("The team works with this instance; it cannot be changed until its review has ended.")
                .answer();
    }

    record Assignment(@Nullable UUID personId) {}
}
