package dev.oin.insight;

import dev.oin.kernel.AccountId;
import dev.oin.kernel.SubmissionId;
import java.sql.Timestamp;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the stays at the models' elements, and hands each change of state to the journeys. */
@Repository
class FlowRows implements FlowLog {

    private final StayRows stays;
    private final Journeys journeys;
    private final JdbcClient client;

    FlowRows(JdbcClient client) {
        this.client = client;
        this.stays = new StayRows(client);
        this.journeys = new Journeys(client, stays);
    }

    @Override
    @Transactional
    public void entered(Visit visit) {
        stays.begin(visit);
        if (visit.due() != null) {
            promise(visit.subject().submission(), visit.element(), visit.due());
        }
    }

    @Override
    @Transactional
    public void left(String visit, Instant at) {
        stays.end(visit, at);
    }

    @Override
    @Transactional
    public void promised(SubmissionId submission, String element, Instant due) {
        promise(submission, element, due);
    }

    @Override
    @Transactional
    public void assigned(SubmissionId submission, String element, @Nullable AccountId assignee) {
        client.sql("""
                        update flow_visits set assignee = :assignee::uuid
                        where submission = :submission and (element = :element or process = 'phase') and left_at is null""")
                .param("assignee", assignee == null ? null : assignee.value())
                .param("submission", submission.value())
                .param("element", element)
                .update();
    }

    @Override
    @Transactional
    public void reached(Subject subject, String state, String waitsFor, Instant at) {
        journeys.reached(subject, state, waitsFor, at);
    }

    /** The first promise stays: it is the one that is kept or broken. The phase shares the element's. */
    private void promise(SubmissionId submission, String element, Instant due) {
        client.sql("""
                        update flow_visits set due_at = :due, promised_at = coalesce(promised_at, :due)
                        where submission = :submission and (element = :element or process = 'phase') and left_at is null""")
                .param("due", Timestamp.from(due))
                .param("submission", submission.value())
                .param("element", element)
                .update();
    }
}
