package dev.oin.web.api;

import dev.oin.account.Caller;
import dev.oin.checks.CancelRuns;
import dev.oin.checks.CheckId;
import dev.oin.checks.CheckRuns;
import dev.oin.checks.RenderReport;
import dev.oin.checks.RequestRun;
import dev.oin.checks.ShareRun;
import dev.oin.checks.SuiteName;
import dev.oin.kernel.InstanceId;
import dev.oin.kernel.PersonId;
import dev.oin.kernel.RunId;
import dev.oin.kernel.SubmissionId;
import dev.oin.submission.Submissions;
import dev.oin.web.problems.FieldError;
import dev.oin.web.problems.Problems;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Runs of checks: asking, reading, stopping, sharing. */
@RestController
@RequestMapping("/api/v1")
class RunCalls {

    private static final int LONGEST_SHARE_DAYS = 365;

    private final OwnedThings owned;
    private final RequestRun request;
    private final CheckRuns runs;
    private final CancelRuns cancel;
    private final ShareRun share;
    private final RenderReport reports;
    private final Submissions submissions;
    private final RunAnswers answers;

    RunCalls(
            OwnedThings owned,
            RequestRun request,
            CheckRuns runs,
            CancelRuns cancel,
            ShareRun share,
            RenderReport reports,
            Submissions submissions,
            RunAnswers answers) {
        this.owned = owned;
        this.request = request;
        this.runs = runs;
        this.cancel = cancel;
        this.share = share;
        this.reports = reports;
        this.submissions = submissions;
        this.answers = answers;
    }

    @PostMapping("/submissions/{id}/runs")
    ResponseEntity<Object> request(Caller caller, @PathVariable UUID id, @RequestBody Order order) {
        return owned.testable(
                caller, id, submission -> order.ask(submission.id(), answers, asked -> request.request(asked, caller)));
    }

    @GetMapping("/submissions/{id}/runs")
    ResponseEntity<Object> list(Caller caller, @PathVariable UUID id, Paging paging) {
        return owned.submission(caller, id, submission -> {
            var shown = runs.of(submission.id(), paging.size(), (int) paging.offset()).stream()
                    .map(RunAnswers::brief)
                    .toList();
            return ResponseEntity.ok(new Page<>(shown, paging.page(), paging.size(), runs.count(submission.id())));
        });
    }

    @GetMapping(path = "/runs/{id}", params = "!wait")
    ResponseEntity<Object> read(Caller caller, @PathVariable UUID id) {
        return owned.run(caller, id, run -> ResponseEntity.ok(answers.show(run)));
    }

    @GetMapping("/runs/{id}/report")
    ResponseEntity<Object> report(
            Caller caller, @PathVariable UUID id, @RequestParam(defaultValue = "json") String format) {
        return owned.run(
                caller,
                id,
                run -> RenderReport.Format.named(format)
                        .map(chosen -> reports.render(run.id(), chosen)
                                .<ResponseEntity<Object>>map(document -> ResponseEntity.ok()
                                        .contentType(MediaType.parseMediaType(document.mediaType()))
                                        .header(
                                                HttpHeaders.CONTENT_DISPOSITION,
                                                "attachment; filename=\"" + document.fileName() + "\"")
                                        .body(document.text()))
                                .orElseGet(() -> Problems.notFound().answer()))
                        .orElseGet(() -> Problems.unacceptable(
                                        "A report is json, html, junit or har.",
                                        List.of(new FieldError(
                                                "format", "format.enum", "One of: json, html, junit, har.")))
                                .answer()));
    }

    @GetMapping("/runs/{id}/exhibits/{exhibit}")
    ResponseEntity<Object> exhibit(Caller caller, @PathVariable UUID id, @PathVariable UUID exhibit) {
        return owned.run(
                caller,
                id,
                run -> runs.exhibit(run.id(), exhibit)
                        .<ResponseEntity<Object>>map(found -> ResponseEntity.ok()
                                .contentType(
                                        MediaType.parseMediaType(found.entry().mediaType()))
                                .cacheControl(CacheControl.noStore())
                                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment")
                                .body(found.content()))
                        .orElseGet(() -> Problems.notFound().answer()));
    }

    @PostMapping("/runs/{id}/share")
    ResponseEntity<Object> share(Caller caller, @PathVariable UUID id, @RequestBody Sharing body) {
        return owned.run(caller, id, run -> {
            if (!owned.mayTest(caller, submissions.get(run.submission()))) {
                return Problems.forbidden("Sharing results needs the roles that testing needs.")
                        .answer();
            }
            var days = Objects.requireNonNullElse(body.expiresInDays(), 30);
            if (days < 1 || days > LONGEST_SHARE_DAYS) {
                return Problems.unacceptable(
                                "A link lives from 1 to 365 days.",
                                List.of(new FieldError(
                                        "expires_in_days", "expires_in_days.range", "From 1 to 365 days.")))
                        .answer();
            }
            var link = share.share(run.id(), caller.account(), Duration.ofDays(days));
            return ResponseEntity.ok(new SharedLink("/results/" + link.token(), link.run(), link.expiresAt()));
        });
    }

    @PostMapping("/runs/{id}/cancel")
    ResponseEntity<Object> cancel(Caller caller, @PathVariable UUID id) {
        return owned.run(caller, id, run -> {
            if (!owned.mayTest(caller, submissions.get(run.submission()))) {
                return Problems.forbidden("Cancelling a run needs the roles that testing needs.")
                        .answer();
            }
            return cancel.cancel(run.id(), "Cancelled by " + caller.displayName() + ".")
                    ? read(caller, id)
                    : Problems.conflict("The run is over already.").answer();
        });
    }

    private static ResponseEntity<Object> unknownSuite() {
        var suites = Arrays.stream(SuiteName.values()).map(SuiteName::text).collect(Collectors.joining(", "));
        return Problems.unacceptable(
                        "There is no such suite.",
                        List.of(new FieldError("suite", "suite.enum", "One of: %s.".formatted(suites))))
                .answer();
    }

    record Order(
            @Nullable String suite,
            @Nullable UUID instanceId,
            @Nullable List<String> cases,
            @Nullable UUID personId) {

        ResponseEntity<Object> ask(
                SubmissionId submission, RunAnswers answers, Function<RequestRun.Request, RequestRun.Answer> asking) {
            return SuiteName.named(Objects.requireNonNullElse(suite, ""))
                    .map(named -> answer(asking.apply(request(submission, named)), answers))
                    .orElseGet(RunCalls::unknownSuite);
        }

        private RequestRun.Request request(SubmissionId submission, SuiteName named) {
            return new RequestRun.Request(
                    submission,
                    named,
                    instanceId == null ? null : new InstanceId(instanceId),
                    cases == null ? List.of() : cases.stream().map(CheckId::new).toList(),
                    personId == null ? null : new PersonId(personId));
        }

        private static ResponseEntity<Object> answer(RequestRun.Answer answer, RunAnswers answers) {
            return switch (answer) {
                case RequestRun.Answer.Accepted(var run) ->
                    ResponseEntity.accepted()
                            .location(URI.create("/api/v1/runs/" + run.id()))
                            .body(answers.show(run));
                case RequestRun.Answer.Refused(var reason) ->
                    Problems.conflict(reason).answer();
                case RequestRun.Answer.NotOffered(var unknown) ->
                    Problems.notOfferedYet("The suite " + unknown.text()).answer();
                case RequestRun.Answer.NotFound() -> Problems.notFound().answer();
                case RequestRun.Answer.Forbidden(var reason) ->
                    Problems.forbidden(reason).answer();
            };
        }
    }

    record Sharing(@Nullable Integer expiresInDays) {}

    record SharedLink(String url, RunId run, Instant expiresAt) {}
}
