package dev.oin.submission;

import dev.oin.account.Accounts;
import dev.oin.account.Caller;
import dev.oin.kernel.SubmissionId;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes the next revision of a submission, for all use cases that edit one. */
@Component
class SaveRevision {

    private final ReadSubmission reading;
    private final SubmissionRows rows;
    private final SubmissionWriter writer;
    private final Revisions revisions;
    private final SecretRows secrets;
    private final ValidateSubmission validation;
    private final LiveVersion live;
    private final Accounts accounts;
    private final Features features;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SaveRevision(
            ReadSubmission reading,
            SubmissionRows rows,
            SubmissionWriter writer,
            Revisions revisions,
            SecretRows secrets,
            ValidateSubmission validation,
            LiveVersion live,
            Accounts accounts,
            Features features,
            ApplicationEventPublisher events,
            Clock clock) {
        this.reading = reading;
        this.rows = rows;
        this.writer = writer;
        this.revisions = revisions;
        this.secrets = secrets;
        this.validation = validation;
        this.live = live;
        this.accounts = accounts;
        this.features = features;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Applies the edit.
     *
     * @param expected the revision that the caller has seen
     * @param what the page that is saved, for the history
     */
    @Transactional
    public SaveOutcome save(Caller caller, SubmissionId id, long expected, String what, Edit edit) {
        return switch (reading.read(caller, id)) {
            case ReadSubmission.Reading.NotFound() -> new SaveOutcome.NotFound();
            case ReadSubmission.Reading.Forbidden(var reason) -> new SaveOutcome.Forbidden(reason);
            case ReadSubmission.Reading.Found(var seen)
            when !caller.isMemberOf(seen.organization()) || !caller.mayEdit() ->
                new SaveOutcome.Forbidden(
                        "Your role does not allow editing. Super admins and app admins of the ISV edit.");
            case ReadSubmission.Reading.Found(var seen) ->
                rows.lock(id)
                        .map(current -> save(caller, current, expected, what, edit))
                        .orElseGet(SaveOutcome.NotFound::new);
        };
    }

    private SaveOutcome save(Caller caller, Submission current, long expected, String what, Edit edit) {
        if (current.revision() != expected) {
            var who = accounts.get(current.updatedBy()).displayName();
            return new SaveOutcome.Stale(current, who, current.updatedAt(), changesSince(current, expected));
        }
        return switch (edit.of(current)) {
            case Edit.Result.Closed(var reason) -> new SaveOutcome.Locked(reason);
            case Edit.Result.Misfits(var misfits) -> new SaveOutcome.Malformed(misfits);
            case Edit.Result.To to ->
                withheld(current, to.content())
                        .or(() -> limit(current, to.content()))
                        .orElseGet(() -> store(caller, current, what, to));
        };
    }

    private List<Difference> changesSince(Submission current, long seen) {
        return revisions
                .find(current.id(), seen)
                .map(base -> CompareContents.between(base.content(), current.content()))
                .orElse(List.of());
    }

    /** What was chosen while it could be stays. */
    private Optional<SaveOutcome> withheld(Submission current, Content wanted) {
        var added = wanted.protocols().stream()
                .filter(protocol -> !current.content().has(protocol))
                .collect(Collectors.toSet());
        var misfits = ProtocolsPage.withheld(added, features);
        return misfits.isEmpty() ? Optional.empty() : Optional.of(new SaveOutcome.Malformed(misfits));
    }

    private Optional<SaveOutcome> limit(Submission current, Content wanted) {
        return current.kind() == SubmissionKind.NEW
                ? Optional.empty()
                : UpdateLimits.refusal(
                        current,
                        wanted,
                        live.of(current.integration())
                                .map(version -> version.content().protocols())
                                .orElse(Set.of()));
    }

    private SaveOutcome store(Caller caller, Submission current, String what, Edit.Result.To to) {
        var hash = ContentJson.hash(to.content());
        var changedSecrets = secrets.effective(current.id(), to.secrets());
        var isSame = hash.equals(ContentJson.hash(current.content())) && changedSecrets.isEmpty();
        if (isSame) {
            return new SaveOutcome.Saved(current, validation.problems(current), false);
        }
        var next = new Submission(
                current.id(),
                current.integration(),
                current.organization(),
                current.kind(),
                current.state(),
                to.content(),
                to.isReplacement() ? current.contentHash() : hash,
                current.version(),
                current.submittedVersion(),
                current.round(),
                current.revision() + 1,
                current.createdBy(),
                current.createdAt(),
                caller.account(),
                clock.instant(),
                current.submittedBy(),
                current.submittedAt());
        writer.save(current, next, what);
        secrets.apply(next.id(), changedSecrets);
        events.publishEvent(new ContentSaved(next.id()));
        return new SaveOutcome.Saved(next, validation.problems(next), true);
    }
}
