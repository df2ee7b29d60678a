package dev.oin.review;

import dev.oin.kernel.AccountId;
import dev.oin.kernel.SubmissionId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of proposed rejections. */
@Repository
class RejectionRows {

    private final JdbcClient client;

    RejectionRows(JdbcClient client) {
        this.client = client;
    }

    Optional<RejectionProposal> open(SubmissionId submission) {
        return client.sql("select * from rejection_proposals where submission = :submission and ended_at is null")
                .param("submission", submission.value())
                .query((row, number) -> new RejectionProposal(
                        row.getObject("id", UUID.class),
                        submission,
                        row.getString("reason"),
                        new AccountId(row.getObject("proposed_by", UUID.class)),
                        row.getTimestamp("proposed_at").toInstant()))
                .optional();
    }

    void add(RejectionProposal proposal) {
        client.sql("insert into rejection_proposals (id, submission, reason, proposed_by, proposed_at)"
                        + " values (:id, :submission, :reason, :by, :at)")
                .param("id", proposal.id())
                .param("submission", proposal.submission().value())
                .param("reason", proposal.reason())
                .param("by", proposal.proposedBy().value())
                .param("at", Timestamp.from(proposal.proposedAt()))
                .update();
    }

    /** Ends the open proposal, if there is one. */
    void end(SubmissionId submission, Ending ending, @Nullable AccountId by, Instant at) {
        client.sql("update rejection_proposals set ended_by = :by::uuid, ended_at = :at, outcome = :outcome"
                        + " where submission = :submission and ended_at is null")
                .param("by", by == null ? null : by.value())
                .param("at", Timestamp.from(at))
                .param("outcome", ending.name())
                .param("submission", submission.value())
                .update();
    }

    /** What became of a proposal. */
    enum Ending {
        CONFIRMED,
        DECLINED,
        /** Decided otherwise, or withdrawn by the ISV. */
        OVERTAKEN
    }
}
