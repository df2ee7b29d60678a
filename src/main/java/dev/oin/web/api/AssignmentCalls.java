package dev.oin.web.api;

import dev.oin.account.Caller;
import dev.oin.kernel.PersonId;
import dev.oin.sandbox.Assignments;
import dev.oin.sandbox.People;
import dev.oin.web.problems.Problems;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who is assigned to an instance. */
@RestController
@RequestMapping("/api/v1/instances/{id}/assignments")
class AssignmentCalls {

    private final OwnedThings owned;
    private final Assignments assignments;
    private final People people;

    AssignmentCalls(OwnedThings owned, Assignments assignments, People people) {
        this.owned = owned;
        this.assignments = assignments;
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
            return assignments.assign(instance.id(), new PersonId(person), instance.organization())
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
            return assignments.unassign(instance.id(), new PersonId(person), instance.organization())
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
