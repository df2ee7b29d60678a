package dev.oin.web.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.oin.account.Caller;
import dev.oin.kernel.Problem;
import dev.oin.kernel.SubmissionId;
import dev.oin.submission.EvaluateExpressions;
import dev.oin.submission.Evaluated;
import dev.oin.submission.ReadSubmission;
import dev.oin.submission.Submission;
import dev.oin.submission.expression.Evaluation;
import dev.oin.web.problems.FieldError;
import dev.oin.web.problems.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /submissions/{id}/preview}: what the saved expressions come to with one customer's values. */
@RestController
@RequestMapping("/api/v1/submissions/{id}/preview")
class PreviewCalls {

    private final ReadSubmission reading;
    private final EvaluateExpressions expressions;

    PreviewCalls(ReadSubmission reading, EvaluateExpressions expressions) {
        this.reading = reading;
        this.expressions = expressions;
    }

    @PostMapping
    ResponseEntity<Object> preview(Caller caller, @PathVariable UUID id, @RequestBody JsonNode body) {
        return switch (reading.read(caller, new SubmissionId(id))) {
            case ReadSubmission.Reading.Found(var submission) -> preview(submission, body);
            case ReadSubmission.Reading.NotFound() -> Problems.notFound().answer();
            case ReadSubmission.Reading.Forbidden(var reason) ->
                Problems.forbidden(reason).answer();
        };
    }

    private ResponseEntity<Object> preview(Submission submission, JsonNode body) {
        var misfits = misfits(body);
        if (!misfits.isEmpty()) {
            return Problems.malformed(misfits.getFirst().message(), misfits).answer();
        }
        var values = new TreeMap<String, String>();
        body.path("variables")
                .properties()
                .forEach(variable ->
                        values.put(variable.getKey(), variable.getValue().textValue()));
        return expressions
                .refusal(submission.content(), values)
                .map(refusal -> Problems.unacceptable(
                                refusal.message(),
                                List.of(new FieldError(refusal.field(), refusal.rule(), refusal.message())))
                        .answer())
                .orElseGet(() -> ResponseEntity.ok(new Preview(
                        expressions.evaluate(submission.integration(), submission.content(), values).stream()
                                .map(PreviewCalls::shown)
                                .toList())));
    }

    private static List<FieldError> misfits(JsonNode body) {
        if (!(body instanceof ObjectNode)) {
            return List.of(new FieldError("", "type", "The body must be an object: {\"variables\":{…}}."));
        }
        var misfits = new ArrayList<FieldError>();
        body.fieldNames().forEachRemaining(name -> {
            if (!name.equals("variables")) {
                misfits.add(new FieldError(name, "unknown", "There is no member %s here.".formatted(name)));
            }
        });
        var variables = body.path("variables");
        if (!variables.isMissingNode() && !variables.isObject()) {
            misfits.add(new FieldError("variables", "variables.type", "variables must be an object of texts."));
        }
        variables.properties().forEach(variable -> {
            if (!variable.getValue().isTextual()) {
                misfits.add(new FieldError(
                        "variables." + variable.getKey(), "variables.type", "Each variable's value must be text."));
            }
        });
        return misfits;
    }

    private static Shown shown(Evaluated evaluated) {
        return new Shown(
                evaluated.key(),
                evaluated.label(),
                evaluated.text(),
                List.copyOf(evaluated.variables()),
                evaluated.value().orElse(null),
                switch (evaluated.evaluation()) {
                    case Evaluation.Value value -> null;
                    case Evaluation.Fault(var position, var message, var hint) -> new ErrorAt(position, message, hint);
                },
                evaluated.problem());
    }

    record Preview(List<Shown> expressions) {}

    /**
     * An expression with what it came to.
     *
     * @param problem why an instance could not be made with it
     */
    record Shown(
            String field,
            String label,
            String expression,
            List<String> variables,
            @Nullable String value,
            @Nullable ErrorAt error,
            @Nullable Problem problem) {}

    /**
     * Why there is no value.
     *
     * @param position of the offending character, from 0
     */
    record ErrorAt(int position, String message, String hint) {}
}
