package dev.oin.web.api;

import dev.oin.account.Caller;
import dev.oin.kernel.Protocol;
import dev.oin.kernel.SubmissionId;
import dev.oin.review.MakeForQa;
import dev.oin.review.MakeForQa.Made;
import dev.oin.review.RunInQa;
import dev.oin.web.problems.DeskAnswers;
import dev.oin.web.problems.Problems;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /reviews/{id}/runs}, {@code /instances} and {@code /people}: what a reviewer tries in QA. */
@RestController
@RequestMapping("/api/v1/reviews/{id}")
class QaDeskCalls {

    private final RunInQa run;
    private final MakeForQa make;
    private final RunAnswers runs;
    private final InstanceAnswers instances;

    QaDeskCalls(RunInQa run, MakeForQa make, RunAnswers runs, InstanceAnswers instances) {
        this.run = run;
        this.make = make;
        this.runs = runs;
        this.instances = instances;
    }

    @PostMapping("/runs")
    ResponseEntity<Object> run(Caller caller, @PathVariable UUID id, @RequestBody RunCalls.Order order) {
        return caller.isStaff()
                ? order.ask(new SubmissionId(id), runs, request -> run.request(request, caller))
                : Problems.notFound().answer();
    }

    @PostMapping("/instances")
    ResponseEntity<Object> instance(Caller caller, @PathVariable UUID id, @RequestBody QaInstance body) {
        return answer(make.instance(
                new SubmissionId(id),
                Objects.requireNonNullElse(body.protocols(), Set.of()),
                body.label(),
                Objects.requireNonNullElse(body.variables(), Map.of()),
                caller));
    }

    @PostMapping("/people")
    ResponseEntity<Object> person(Caller caller, @PathVariable UUID id, @RequestBody PeopleCalls.NewPerson body) {
        return answer(make.person(new SubmissionId(id), body.details(), body.password(), caller));
    }

    private ResponseEntity<Object> answer(Made made) {
        return switch (made) {
            case Made.OneInstance(var instance, var secret) ->
                ResponseEntity.created(URI.create("/api/v1/instances/" + instance.id()))
                        .body(instances.show(instance, secret));
            case Made.OnePerson(var person, var password) ->
                ResponseEntity.created(URI.create("/api/v1/people/" + person.id()))
                        .body(PeopleCalls.PersonAnswer.of(person, password));
            case Made.Unacceptable(var problems) -> PeopleCalls.refused(problems);
            case Made.Refused(var answer) ->
                DeskAnswers.of(answer, () -> ResponseEntity.noContent().build());
        };
    }

    record QaInstance(
            @Nullable Set<Protocol> protocols,
            @Nullable String label,
            @Nullable Map<String, String> variables) {}
}
