package dev.oin.web.api;

import dev.oin.account.Caller;
import dev.oin.checks.sso.SignInRecipe;
import dev.oin.checks.sso.SignInRecipes;
import dev.oin.kernel.Problem;
import dev.oin.kernel.Protocol;
import dev.oin.kernel.SubmissionId;
import dev.oin.submission.ReadSubmission;
import dev.oin.submission.Submission;
import dev.oin.web.problems.FieldError;
import dev.oin.web.problems.Problems;
import java.util.List;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /submissions/{id}/sign-in-recipe}: how a script gets through the app's own pages and recognises success, for one protocol. */
@RestController
@RequestMapping("/api/v1/submissions/{id}/sign-in-recipe")
class RecipeCalls {

    private final ReadSubmission reading;
    private final SignInRecipes recipes;

    RecipeCalls(ReadSubmission reading, SignInRecipes recipes) {
        this.reading = reading;
        this.recipes = recipes;
    }

    @GetMapping
    ResponseEntity<Object> read(Caller caller, @PathVariable UUID id, @RequestParam Protocol protocol) {
        return switch (reading.read(caller, new SubmissionId(id))) {
            case ReadSubmission.Reading.Found(var submission) ->
                ResponseEntity.ok(recipes.shown(submission.id(), protocol));
            case ReadSubmission.Reading.NotFound() -> Problems.notFound().answer();
            case ReadSubmission.Reading.Forbidden(var reason) ->
                Problems.forbidden(reason).answer();
        };
    }

    @PutMapping
    ResponseEntity<Object> replace(
            Caller caller, @PathVariable UUID id, @RequestParam Protocol protocol, @RequestBody SignInRecipe recipe) {
        return switch (reading.read(caller, new SubmissionId(id))) {
            case ReadSubmission.Reading.Found(var submission) -> save(caller, submission, protocol, recipe);
            case ReadSubmission.Reading.NotFound() -> Problems.notFound().answer();
            case ReadSubmission.Reading.Forbidden(var reason) ->
                Problems.forbidden(reason).answer();
        };
    }

    private ResponseEntity<Object> save(Caller caller, Submission submission, Protocol protocol, SignInRecipe recipe) {
        if (!caller.isMemberOf(submission.organization()) || !caller.mayEdit()) {
            return Problems.forbidden("Your role does not change the sign-in recipe.")
                    .answer();
        }
        if (!submission.state().isEditable()) {
            return Problems.conflict("The OIN team works on it; withdraw it to change it.")
                    .answer();
        }
        var problems = recipes.save(submission.id(), protocol, recipe);
        return problems.isEmpty() ? ResponseEntity.ok(recipes.shown(submission.id(), protocol)) : refused(problems);
    }

    private static ResponseEntity<Object> refused(List<Problem> problems) {
        return Problems.unacceptable(
                        problems.getFirst().message(),
                        problems.stream()
                                .map(problem -> new FieldError(problem.field(), problem.rule(), problem.message()))
                                .toList())
                .answer();
    }
}
