package dev.oin.web.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.oin.account.Account;
import dev.oin.account.Caller;
import dev.oin.kernel.AccountId;
import dev.oin.kernel.Protocol;
import dev.oin.kernel.SubmissionId;
import dev.oin.submission.AuditTrail;
import dev.oin.submission.ReadSubmission;
import dev.oin.submission.ShownPages;
import dev.oin.submission.Submission;
import dev.oin.submission.Timeline;
import dev.oin.submission.Version;
import dev.oin.submission.Versions;
import dev.oin.web.audit.AuditExport;
import dev.oin.web.frame.SeenAccounts;
import dev.oin.web.problems.Problems;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /submissions/{id}/versions} and {@code /timeline}: what was, and what happened. */
@RestController
@RequestMapping("/api/v1/submissions/{id}")
class HistoryCalls {

    private final ReadSubmission reading;
    private final Versions versions;
    private final Timeline timeline;
    private final AuditTrail audit;
    private final SeenAccounts accounts;

    HistoryCalls(
            ReadSubmission reading, Versions versions, Timeline timeline, AuditTrail audit, SeenAccounts accounts) {
        this.reading = reading;
        this.versions = versions;
        this.timeline = timeline;
        this.audit = audit;
        this.accounts = accounts;
    }

    @GetMapping("/versions")
    ResponseEntity<Object> versions(Caller caller, @PathVariable UUID id, Paging paging) {
        return of(
                caller,
                id,
                submission -> ResponseEntity.ok(Page.of(
                        versions.of(submission.integration()).stream()
                                .map(this::headOf)
                                .toList(),
                        paging)));
    }

    @GetMapping("/versions/{number}")
    ResponseEntity<Object> version(Caller caller, @PathVariable UUID id, @PathVariable int number) {
        return of(
                caller,
                id,
                submission -> versions.find(submission.integration(), number)
                        .<ResponseEntity<Object>>map(version -> ResponseEntity.ok(answer(version)))
                        .orElseGet(() -> Problems.notFound().answer()));
    }

    @GetMapping("/timeline")
    ResponseEntity<Object> timeline(Caller caller, @PathVariable UUID id, Paging paging) {
        return of(
                caller,
                id,
                submission -> ResponseEntity.ok(Page.of(
                        timeline.of(submission.id()).stream().map(this::event).toList(), paging)));
    }

    @GetMapping("/audit")
    ResponseEntity<Object> audit(Caller caller, @PathVariable UUID id, Paging paging) {
        return of(
                caller,
                id,
                submission -> ResponseEntity.ok(Page.of(
                        audit.of(submission.id(), caller).stream()
                                .map(AuditExport::object)
                                .toList(),
                        paging)));
    }

    private ResponseEntity<Object> of(Caller caller, UUID id, Function<Submission, ResponseEntity<Object>> answer) {
        return switch (reading.read(caller, new SubmissionId(id))) {
            case ReadSubmission.Reading.Found(var submission) -> answer.apply(submission);
            case ReadSubmission.Reading.NotFound() -> Problems.notFound().answer();
            case ReadSubmission.Reading.Forbidden(var reason) ->
                Problems.forbidden(reason).answer();
        };
    }

    private VersionHead headOf(Version version) {
        return new VersionHead(
                version.number(),
                version.submission(),
                version.hash(),
                version.content().protocols(),
                nameOf(version.cutBy()),
                version.cutAt());
    }

    private VersionAnswer answer(Version version) {
        var pages = ShownPages.of(version);
        return new VersionAnswer(headOf(version), pages.configuration(), pages.testInformation());
    }

    private EventAnswer event(Timeline.Event event) {
        return new EventAnswer(
                event.what(),
                event.text(),
                event.by() == null ? null : nameOf(event.by()),
                event.version(),
                event.at());
    }

    private @Nullable String nameOf(AccountId account) {
        return accounts.find(account).map(Account::displayName).orElse(null);
    }

    record VersionHead(
            int number,
            SubmissionId submissionId,
            String hash,
            Set<Protocol> protocols,
            @Nullable String cutBy,
            Instant cutAt) {}

    record VersionAnswer(@JsonUnwrapped VersionHead head, ObjectNode configuration, ObjectNode testInformation) {}

    record EventAnswer(
            String what,
            String text,
            @Nullable String by,
            @Nullable Integer version,
            Instant at) {}
}
