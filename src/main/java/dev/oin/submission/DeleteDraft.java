package dev.oin.submission;

import dev.oin.account.Caller;
import dev.oin.kernel.SubmissionId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Deletes a draft for good (T17); sends no mail. */
@Component
public class DeleteDraft {

    private final ReadSubmission reading;
    private final SubmissionRows rows;
    private final SubmissionWriter writer;
    private final Logos logos;
    private final Drafts drafts;
    private final ApplicationEventPublisher events;

    DeleteDraft(
            ReadSubmission reading,
            SubmissionRows rows,
            SubmissionWriter writer,
            Logos logos,
            Drafts drafts,
            ApplicationEventPublisher events) {
        this.reading = reading;
        this.rows = rows;
        this.writer = writer;
        this.logos = logos;
        this.drafts = drafts;
        this.events = events;
    }

    /** Deletes the caller's own draft. */
    @Transactional
    public Outcome delete(Caller caller, SubmissionId id) {
        return switch (reading.read(caller, id)) {
            case ReadSubmission.Reading.NotFound() -> new Outcome.NotFound();
            case ReadSubmission.Reading.Forbidden(var reason) -> new Outcome.Forbidden(reason);
            case ReadSubmission.Reading.Found(var seen)
            when !caller.isMemberOf(seen.organization()) || !caller.mayEdit() ->
                new Outcome.Forbidden("Super admins and app admins of the ISV delete drafts.");
            case ReadSubmission.Reading.Found(var seen) ->
                rows.lock(id).map(this::delete).orElseGet(Outcome.NotFound::new);
        };
    }

    private Outcome delete(Submission draft) {
        if (!draft.state().isDraft()) {
            return new Outcome.NotADraft("Only drafts can be deleted; this integration is \"%s\"."
                    .formatted(draft.state().detailedLabel()));
        }
        drafts.delete(draft.id());
        events.publishEvent(new DraftDeleted(draft.id(), draft.integration()));
        writer.delete(draft);
        if (rows.of(draft.integration()).isEmpty()) {
            logos.deleteAll(draft.integration());
        }
        return new Outcome.Deleted();
    }

    /** What came of it. */
    public sealed interface Outcome {

        /** It is gone. */
        record Deleted() implements Outcome {}

        /** The state does not allow it. */
        record NotADraft(String reason) implements Outcome {}

        /** There is none for the caller. */
        record NotFound() implements Outcome {}

        /** The caller's role does not allow it. */
        record Forbidden(String reason) implements Outcome {}
    }
}
