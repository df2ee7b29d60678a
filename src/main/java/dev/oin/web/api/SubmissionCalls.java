package dev.oin.web.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.oin.account.Caller;
import dev.oin.kernel.SubmissionId;
import dev.oin.submission.CreateSubmission;
import dev.oin.submission.DeleteDraft;
import dev.oin.submission.ReadSubmission;
import dev.oin.submission.SaveConfiguration;
import dev.oin.submission.SaveOutcome;
import dev.oin.submission.SaveProtocols;
import dev.oin.submission.SaveTestInformation;
import dev.oin.submission.Submission;
import dev.oin.submission.SubmissionList;
import dev.oin.web.problems.Problems;
import java.util.List;
import java.util.UUID;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /submissions}: starting, reading, editing and deleting. */
@RestController
@RequestMapping("/api/v1/submissions")
class SubmissionCalls {

    private final CreateSubmission create;
    private final ReadSubmission reading;
    private final SubmissionList list;
    private final SaveProtocols protocols;
    private final SaveConfiguration configuration;
    private final SaveTestInformation testInformation;
    private final DeleteDraft delete;
    private final SubmissionAnswers answers;
    private final CreatedAnswers created;

    SubmissionCalls(
            CreateSubmission create,
            ReadSubmission reading,
            SubmissionList list,
            SaveProtocols protocols,
            SaveConfiguration configuration,
            SaveTestInformation testInformation,
            DeleteDraft delete,
            SubmissionAnswers answers,
            CreatedAnswers created) {
        this.create = create;
        this.reading = reading;
        this.list = list;
        this.protocols = protocols;
        this.configuration = configuration;
        this.testInformation = testInformation;
        this.delete = delete;
        this.answers = answers;
        this.created = created;
    }

    @PostMapping
    ResponseEntity<Object> create(Caller caller, @RequestBody JsonNode document) {
        return created.answer(create.create(caller, document));
    }

    @GetMapping
    ResponseEntity<Object> list(Caller caller, Paging paging) {
        if (!caller.isStaff() && !caller.mayView()) {
            return Problems.forbidden("Your role does not show submissions.").answer();
        }
        var organization = caller.organization();
        if (caller.isStaff() || organization == null) {
            return page(list.ofAll(paging.offset(), paging.size()), paging, list.countOfAll());
        }
        return page(list.of(organization, paging.offset(), paging.size()), paging, list.countOf(organization));
    }

    @GetMapping(path = "/{id}", params = "!wait")
    ResponseEntity<Object> read(Caller caller, @PathVariable UUID id) {
        return switch (reading.read(caller, new SubmissionId(id))) {
            case ReadSubmission.Reading.Found(var submission) -> answers.ok(submission);
            case ReadSubmission.Reading.NotFound() -> Problems.notFound().answer();
            case ReadSubmission.Reading.Forbidden(var reason) ->
                Problems.forbidden(reason).answer();
        };
    }

    @PutMapping("/{id}/protocols")
    ResponseEntity<Object> protocols(
            Caller caller,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody JsonNode page) {
        return save(caller, id, ifMatch, revision -> protocols.save(caller, new SubmissionId(id), revision, page));
    }

    @PutMapping("/{id}/configuration")
    ResponseEntity<Object> configuration(
            Caller caller,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody JsonNode page) {
        return save(caller, id, ifMatch, revision -> configuration.save(caller, new SubmissionId(id), revision, page));
    }

    @PutMapping("/{id}/test-information")
    ResponseEntity<Object> testInformation(
            Caller caller,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody JsonNode page) {
        return save(
                caller, id, ifMatch, revision -> testInformation.save(caller, new SubmissionId(id), revision, page));
    }

    @DeleteMapping("/{id}")
    ResponseEntity<Object> delete(Caller caller, @PathVariable UUID id) {
        return switch (delete.delete(caller, new SubmissionId(id))) {
            case DeleteDraft.Outcome.Deleted() -> ResponseEntity.noContent().build();
            case DeleteDraft.Outcome.NotADraft(var reason) ->
                Problems.conflict(reason).answer();
            case DeleteDraft.Outcome.NotFound() -> Problems.notFound().answer();
            case DeleteDraft.Outcome.Forbidden(var reason) ->
                Problems.forbidden(reason).answer();
        };
    }

    private ResponseEntity<Object> save(
            Caller caller, UUID id, @Nullable String ifMatch, LongFunction<SaveOutcome> save) {
        return switch (Etag.read(ifMatch)) {
            case Etag.IfMatch.Revision(var revision) -> answers.saved(save.apply(revision));
            case Etag.IfMatch.Unusable(var refusal) ->
                reading.read(caller, new SubmissionId(id)) instanceof ReadSubmission.Reading.NotFound
                        ? Problems.notFound().answer()
                        : refusal.answer();
        };
    }

    private ResponseEntity<Object> page(List<Submission> submissions, Paging paging, long total) {
        var shown = submissions.stream().map(answers::show).toList();
        return ResponseEntity.status(HttpStatus.OK).body(new Page<>(shown, paging.page(), paging.size(), total));
    }
}
