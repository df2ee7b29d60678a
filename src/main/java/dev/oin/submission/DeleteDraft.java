package dev.oin.submission;

import dev.oin.account.Caller;
import dev.oin.kernel.SubmissionId;
import java.util.Objects;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Deletes a draft for good (T17), after what was made with it outside; sends no mail. */
@Component
public class DeleteDraft {

    private final ReadSubmission reading;
    private final SubmissionRows rows;
    private final SubmissionWriter writer;
    private final Logos logos;
    private final Drafts drafts;
    private final ApplicationEventPublisher events;
    private final ObjectProvider<BeforeDraftGoes> outside;
    private final TransactionOperations transactions;

    DeleteDraft(
            ReadSubmission reading,
            SubmissionRows rows,
            SubmissionWriter writer,
            Logos logos,
            Drafts drafts,
            ApplicationEventPublisher events,
            ObjectProvider<BeforeDraftGoes> outside,
            TransactionOperations transactions) {
        this.outside = outside;
        this.transactions = transactions;
        this.reading = reading;
        this.rows = rows;
        this.writer = writer;
        this.logos = logos;
        this.drafts = drafts;
        this.events = events;
    }

    /** Deletes the caller's own draft; calls over the network first, so never inside a transaction. */
    public Outcome delete(Caller caller, SubmissionId id) {
        var refusal = refusal(caller, id);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        outside.orderedStream().forEach(one -> one.takeBack(id));
        return Objects.requireNonNull(transactions.execute(status -> refusal(caller, id)
                .orElseGet(() -> rows.lock(id)
                        .map(draft -> notADraft(draft).orElseGet(() -> delete(draft)))
                        .orElseGet(Outcome.NotFound::new))));
    }

    private Optional<Outcome> refusal(Caller caller, SubmissionId id) {
        return switch (reading.read(caller, id)) {
            case ReadSubmission.Reading.NotFound() -> Optional.of(new Outcome.NotFound());
            case ReadSubmission.Reading.Forbidden(var reason) -> Optional.of(new Outcome.Forbidden(reason));
            case ReadSubmission.Reading.Found(var seen)
            when !caller.isMemberOf(seen.organization()) || !caller.mayEdit() ->
                Optional.of(new Outcome.Forbidden("Super admins and app admins of the ISV delete drafts."));
            case ReadSubmission.Reading.Found(var seen) -> notADraft(seen);
        };
    }

    private static Optional<Outcome> notADraft(Submission seen) {
        return seen.state().isDraft()
                ? Optional.empty()
                : Optional.of(new Outcome.NotADraft("Only drafts can be deleted; this integration is \"%s\"."
                        .formatted(seen.state().detailedLabel())));
    }

    private Outcome delete(Submission draft) {
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
