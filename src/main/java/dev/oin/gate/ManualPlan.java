package dev.oin.gate;

import dev.oin.account.Caller;
import dev.oin.kernel.AccountId;
import dev.oin.kernel.SubmissionId;
import dev.oin.submission.Submission;
import dev.oin.submission.SubmissionKind;
import dev.oin.submission.Submissions;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The manual SCIM plan of each submission: which cases apply, and what the ISV found; a certification needs that none is open (testing-rules 6). */
@Repository
public class ManualPlan {

    private static final int LONGEST_NOTE = 1000;
    private static final int LONGEST_EVIDENCE = 1024;

    private final JdbcClient client;
    private final Submissions submissions;
    private final Clock clock;

    ManualPlan(JdbcClient client, Submissions submissions, Clock clock) {
        this.client = client;
        this.submissions = submissions;
        this.clock = clock;
    }

    /** What a person found. */
    public enum Result {
        PASS,
        FAIL,
        NA
    }

    /** What was found in a case, by whom and when. */
    public record Finding(Result result, String note, String evidence, AccountId by, Instant at) {}

    /** What somebody wants to enter; null takes a finding back. */
    public record Entry(@Nullable Result result, String note, String evidence) {}

    /** A case with what was found. */
    public record Judged(
            ManualCase plan, boolean applies, @Nullable Finding finding) {

        /** Whether it still stands in the way of the certification. */
        public boolean isOpen() {
            return applies && (finding == null || finding.result() == Result.FAIL);
        }
    }

    /** What came of entering findings. */
    public sealed interface Answer {
        /** They are saved. */
        record Saved() implements Answer {}

        /** Something cannot be stored. */
        record Malformed(String field, String because) implements Answer {}

        /** The role or the state does not allow it. */
        record Refused(String because) implements Answer {}

        /** There is no such submission. */
        record Unknown() implements Answer {}
    }

    /** All cases of the submission. */
    @Transactional(readOnly = true)
    public List<Judged> of(Submission submission) {
        var findings = findings(submission.id());
        return ManualCase.all().stream()
                .map(plan -> new Judged(
                        plan,
                        submission.kind() != SubmissionKind.CATALOG && plan.appliesTo(submission.content()),
                        findings.get(plan.id())))
                .toList();
    }

    /** How many cases stand in the way of the certification. */
    @Transactional(readOnly = true)
    public int open(Submission submission) {
        return (int) of(submission).stream().filter(Judged::isOpen).count();
    }

    /** Enters findings by the cases' ids. */
    @Transactional
    public Answer judge(SubmissionId id, Map<String, Entry> entries, Caller caller) {
        var found = Optional.ofNullable(caller.organization()).flatMap(owner -> submissions.find(id, owner));
        if (found.isEmpty()) {
            return new Answer.Unknown();
        }
        if (!caller.mayTestAndSubmit()) {
            return new Answer.Refused("You need the super admin role, or the app and org admin roles.");
        }
        if (!found.get().state().isEditable()) {
            return new Answer.Refused("The OIN team works on it; withdraw it to change it.");
        }
        for (var entry : entries.entrySet()) {
            var fault = fault(entry.getKey(), entry.getValue());
            if (fault.isPresent()) {
                return new Answer.Malformed(entry.getKey(), fault.get());
            }
        }
        entries.forEach((plan, entry) -> store(id, plan, entry, caller.account()));
        return new Answer.Saved();
    }

    private static Optional<String> fault(String id, Entry entry) {
        if (ManualCase.find(id).isEmpty()) {
            return Optional.of("The plan has no case " + id + ".");
        }
        if (entry.note().length() > LONGEST_NOTE) {
            return Optional.of("A note has at most 1000 characters.");
        }
        return entry.evidence().length() > LONGEST_EVIDENCE
                ? Optional.of("Evidence has at most 1024 characters.")
                : Optional.empty();
    }

    private void store(SubmissionId submission, String plan, Entry entry, AccountId by) {
        var result = entry.result();
        if (result == null) {
            client.sql("delete from manual_cases where submission = :submission and case_id = :id")
                    .param("submission", submission.value())
                    .param("id", plan)
                    .update();
            return;
        }
        client.sql("""
                        insert into manual_cases (submission, case_id, result, note, evidence, judged_by, judged_at)
                        values (:submission, :id, :result, :note, :evidence, :by, :at)
                        on conflict (submission, case_id) do update set result = excluded.result, note = excluded.note,
                            evidence = excluded.evidence, judged_by = excluded.judged_by, judged_at = excluded.judged_at
                        where (manual_cases.result, manual_cases.note, manual_cases.evidence)
                            is distinct from (excluded.result, excluded.note, excluded.evidence)""")
                .param("submission", submission.value())
                .param("id", plan)
                .param("result", result.name())
                .param("note", entry.note().strip())
                .param("evidence", entry.evidence().strip())
                .param("by", by.value())
                .param("at", Timestamp.from(clock.instant()))
                .update();
    }

    private Map<String, Finding> findings(SubmissionId submission) {
        var findings = new HashMap<String, Finding>();
        client.sql("select * from manual_cases where submission = :id")
                .param("id", submission.value())
                .query((row, number) -> findings.put(
                        row.getString("case_id"),
                        new Finding(
                                Result.valueOf(row.getString("result")),
                                row.getString("note"),
                                row.getString("evidence"),
                                new AccountId(row.getObject("judged_by", UUID.class)),
                                row.getTimestamp("judged_at").toInstant())))
                .list();
        return findings;
    }
}
