package dev.oin.web.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.oin.account.Caller;
import dev.oin.checks.CheckRun;
import dev.oin.checks.CheckRuns;
import dev.oin.checks.sso.GuidedRun;
import dev.oin.checks.sso.GuidedRuns;
import dev.oin.checks.sso.LearnedRecipe;
import dev.oin.checks.sso.SignInRecipe;
import dev.oin.checks.sso.SignInRecipes;
import dev.oin.checks.sso.SignOnCase;
import dev.oin.kernel.InstanceId;
import dev.oin.kernel.RunId;
import dev.oin.sandbox.Instances;
import dev.oin.sandbox.SignInEvent;
import dev.oin.submission.Submission;
import dev.oin.submission.Submissions;
import dev.oin.web.problems.FieldError;
import dev.oin.web.problems.Problems;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Guided runs: a person drives in a window of their own, the product watches its own side, and the caller says what came of it. */
@RestController
@RequestMapping("/api/v1")
class GuidedRunCalls {

    private static final int LONGEST_REASON = 500;

    private final OwnedThings owned;
    private final GuidedRuns guided;
    private final CheckRuns runs;
    private final Instances instances;
    private final Submissions submissions;
    private final SignInRecipes recipes;
    private final RunAnswers answers;

    GuidedRunCalls(
            OwnedThings owned,
            GuidedRuns guided,
            CheckRuns runs,
            Instances instances,
            Submissions submissions,
            SignInRecipes recipes,
            RunAnswers answers) {
        this.owned = owned;
        this.guided = guided;
        this.runs = runs;
        this.instances = instances;
        this.submissions = submissions;
        this.recipes = recipes;
        this.answers = answers;
    }

    @PostMapping("/submissions/{id}/guided-runs")
    ResponseEntity<Object> start(Caller caller, @PathVariable UUID id, @RequestBody Order order) {
        return owned.testable(caller, id, submission -> {
            if (order.instanceId() == null) {
                return missing("instance_id", "Name the instance.");
            }
            return order.check() == null
                    ? missing("case", "Name the case: IDP_FLOW, SP_FLOW, JIT_IDP or JIT_SP.")
                    : start(caller, submission, order.instanceId(), order.check());
        });
    }

    private static ResponseEntity<Object> missing(String field, String words) {
        return Problems.unacceptable(words, List.of(new FieldError(field, field + ".required", words)))
                .answer();
    }

    private ResponseEntity<Object> start(Caller caller, Submission submission, UUID instance, SignOnCase check) {
        var found = instances
                .find(new InstanceId(instance), submission.organization())
                .filter(one -> one.integration().equals(submission.integration()));
        if (found.isEmpty()) {
            return Problems.notFound().answer();
        }
        return switch (guided.start(submission, found.get(), check, caller)) {
            case GuidedRuns.Answer.Refused(var reason) ->
                Problems.conflict(reason).answer();
            case GuidedRuns.Answer.Started(var run, var ticket) ->
                ResponseEntity.created(URI.create("/api/v1/runs/" + run + "/guided"))
                        .body(guided.find(run, submission.organization())
                                .map(one -> state(one, ticket))
                                .orElseThrow());
        };
    }

    @GetMapping("/runs/{id}/guided")
    ResponseEntity<Object> read(Caller caller, @PathVariable UUID id) {
        return owned.run(
                caller,
                id,
                run -> going(run)
                        .<ResponseEntity<Object>>map(one -> ResponseEntity.ok(state(one, null)))
                        .orElseGet(() -> Problems.notFound().answer()));
    }

    @PostMapping("/runs/{id}/guided/ticket")
    ResponseEntity<Object> ticket(Caller caller, @PathVariable UUID id) {
        return acted(caller, id, one -> ResponseEntity.ok(state(one, guided.anotherTicket(one))));
    }

    @PostMapping("/runs/{id}/guided/confirm")
    ResponseEntity<Object> confirm(Caller caller, @PathVariable UUID id, @RequestBody Confirmation said) {
        return acted(caller, id, one -> {
            var reason = Objects.requireNonNullElse(said.reason(), "");
            if (said.succeeded() == null) {
                return missing("succeeded", "Say whether the sign-in succeeded.");
            }
            return reason.length() > LONGEST_REASON
                    ? Problems.unacceptable(
                                    "A reason has at most 500 characters.",
                                    List.of(new FieldError("reason", "reason.length", "At most 500 characters.")))
                            .answer()
                    : confirmed(caller, one, said, reason);
        });
    }

    private ResponseEntity<Object> confirmed(Caller caller, GuidedRun one, Confirmation said, String reason) {
        return Boolean.TRUE.equals(said.succeeded())
                ? ended(guided.confirm(one, caller.displayName()), one, learnt(one, said.seen()))
                : ended(guided.deny(one, caller.displayName(), reason), one, null);
    }

    @PostMapping("/runs/{id}/guided/abandon")
    ResponseEntity<Object> abandon(Caller caller, @PathVariable UUID id) {
        return acted(caller, id, one -> ended(guided.abandon(one), one, null));
    }

    /** The recipe that the run leads to; the caller puts it where recipes are put, and tries it by a run. */
    private @Nullable SignInRecipe learnt(GuidedRun run, LearnedRecipe.Seen seen) {
        if (!seen.isAnything() || !run.isAnswered()) {
            return null;
        }
        var protocol = run.instance().singleSignOn().orElseThrow();
        return LearnedRecipe.from(run, seen, recipes.shown(run.run().submission(), protocol));
    }

    private ResponseEntity<Object> ended(boolean ended, GuidedRun one, @Nullable SignInRecipe learnt) {
        return ended
                ? ResponseEntity.ok(
                        new End(answers.show(runs.find(one.run().id()).orElseThrow()), learnt))
                : Problems.conflict("The run is over already.").answer();
    }

    private Optional<GuidedRun> going(CheckRun run) {
        return guided.find(run.id(), run.organization());
    }

    private ResponseEntity<Object> acted(Caller caller, UUID id, Function<GuidedRun, ResponseEntity<Object>> act) {
        return owned.run(
                caller,
                id,
                run -> owned.mayTest(caller, submissions.get(run.submission()))
                        ? going(run)
                                .map(act)
                                .orElseGet(() -> Problems.notFound().answer())
                        : Problems.forbidden("A guided run needs the roles that testing needs.")
                                .answer());
    }

    private static State state(GuidedRun run, @Nullable String ticket) {
        return new State(
                run.run().id(),
                run.check(),
                run.instance().id(),
                new Driver(
                        run.person().email(),
                        run.person().givenName(),
                        run.person().familyName()),
                ticket,
                run.start().toString(),
                run.until(),
                run.isAnswered(),
                run.seen().stream()
                        .map(event -> new Event(event.at(), event.what(), shown(event)))
                        .toList());
    }

    /** Without whole messages; these stand in the evidence. */
    private static Map<String, String> shown(SignInEvent event) {
        return event.details().entrySet().stream()
                .filter(detail -> !detail.getKey().equals("xml"))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    record Order(
            @Nullable UUID instanceId,
            @JsonProperty("case") @Nullable SignOnCase check) {}

    record Confirmation(
            @Nullable Boolean succeeded,
            @Nullable String reason,
            @Nullable String pageUrl,
            LearnedRecipe.@Nullable Names pageNames,
            @Nullable String signOutUrl) {

        LearnedRecipe.Seen seen() {
            return new LearnedRecipe.Seen(
                    pageUrl, Objects.requireNonNullElse(pageNames, LearnedRecipe.Names.NOBODY), signOutUrl);
        }
    }

    /** @param ticket typed instead of the person's password, once; shown where it was made only */
    record State(
            RunId runId,
            @JsonProperty("case") SignOnCase check,
            InstanceId instanceId,
            Driver person,
            @Nullable String ticket,
            String start,
            Instant until,
            boolean answered,
            List<Event> seen) {}

    record Driver(String email, String givenName, String familyName) {}

    record Event(Instant at, SignInEvent.What what, Map<String, String> details) {}

    record End(RunAnswers.Answer run, @Nullable SignInRecipe proposedRecipe) {}
}
