package dev.oin.review;

import dev.oin.account.Caller;
import dev.oin.kernel.AccountId;
import dev.oin.kernel.Ids;
import dev.oin.kernel.SubmissionId;
import dev.oin.submission.Submissions;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Notes that only the team reads. */
@Repository
public class PrivateNotes {

    private final Submissions submissions;
    private final JdbcClient client;
    private final Ids ids;
    private final Clock clock;

    PrivateNotes(Submissions submissions, JdbcClient client, Ids ids, Clock clock) {
        this.submissions = submissions;
        this.client = client;
        this.ids = ids;
        this.clock = clock;
    }

    /** The submission's notes, oldest first. */
    public List<Note> of(SubmissionId submission) {
        return client.sql("select * from review_notes where submission = :submission order by at, id")
                .param("submission", submission.value())
                .query((row, number) -> new Note(
                        new AccountId(row.getObject("author", UUID.class)),
                        row.getString("text"),
                        row.getTimestamp("at").toInstant()))
                .list();
    }

    /** Adds a note. */
    @Transactional
    public DeskAnswer add(SubmissionId id, String text, Caller caller) {
        var found = submissions.find(id);
        if (found.isEmpty()) {
            return new DeskAnswer.Unknown();
        }
        var refusal = DeskRules.refusal(caller, found.get());
        if (refusal.isPresent()) {
            return refusal.get();
        }
        if (text.isBlank() || text.length() > Finding.TEXT_LIMIT) {
            return new DeskAnswer.Unacceptable("text", "Write 1 to 4000 characters.");
        }
        client.sql(
                        "insert into review_notes (id, submission, author, text, at) values (:id, :submission, :author, :text, :at)")
                .param("id", ids.next())
                .param("submission", id.value())
                .param("author", caller.account().value())
                .param("text", text)
                .param("at", Timestamp.from(clock.instant()))
                .update();
        return new DeskAnswer.Done();
    }

    /** A note. */
    public record Note(AccountId author, String text, Instant at) {}
}
