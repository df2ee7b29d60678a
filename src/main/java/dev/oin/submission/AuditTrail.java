package dev.oin.submission;

import dev.oin.account.Caller;
import dev.oin.account.CurrentCaller;
import dev.oin.kernel.AccountId;
import dev.oin.kernel.Ids;
import dev.oin.kernel.SubmissionId;
import dev.oin.submission.AuditRecord.Kind;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The append-only record of what was done to submissions: every transition, edit, decision, reveal and mail (review-process 10). */
@Component
public class AuditTrail {

    private final AuditRows rows;
    private final CurrentCaller current;
    private final Ids ids;
    private final Clock clock;

    AuditTrail(AuditRows rows, CurrentCaller current, Ids ids, Clock clock) {
        this.rows = rows;
        this.current = current;
        this.ids = ids;
        this.clock = clock;
    }

    /** A mail was put into the outbox; once per key. */
    public void mailed(
            SubmissionId submission, String key, String code, String subject, List<String> to, boolean team) {
        add("mail/" + key, submission, new Fact(Kind.MAIL, code, subject, null, null, String.join(", ", to), team));
    }

    /** The state changed. */
    void moved(SubmissionId submission, String from, String to) {
        var text = from.isEmpty() ? "Started as %s".formatted(to) : "%s to %s".formatted(from, to);
        add(submission, new Fact(Kind.TRANSITION, to, text, null, from.isEmpty() ? null : from, to, false));
    }

    /** Fields changed, given by key with their values before and after. */
    void edited(SubmissionId submission, String page, Map<String, String> before, Map<String, String> after) {
        var changed = ContentFields.changed(before, after);
        if (!changed.isEmpty()) {
            var text = "Changed: " + String.join(", ", changed);
            add(
                    submission,
                    new Fact(
                            Kind.EDIT,
                            page,
                            text,
                            null,
                            ContentFields.json(before, changed),
                            ContentFields.json(after, changed),
                            false));
        }
    }

    /** A secret was entered, replaced or removed; its value is nobody's to keep. */
    void secretChanged(SubmissionId submission, String name, boolean removed) {
        var text = removed ? "Removed: " + name : "Entered: " + name;
        add(submission, new Fact(Kind.EDIT, "SECRET", text, null, null, null, false));
    }

    /** Something happened that the timeline tells too. */
    void happened(Timeline.Event event) {
        add(
                "event/%s/%s".formatted(event.submission(), event.key()),
                event.submission(),
                event.by() == null ? current.account().orElse(null) : event.by(),
                new Fact(kindOf(event.what()), event.what(), event.text(), event.version(), null, null, false));
    }

    /** What was done to the submission, oldest first; the team sees all of it. */
    public List<AuditRecord> of(SubmissionId submission, Caller reader) {
        return rows.find(AuditSearch.of(submission), reader.isStaff(), Integer.MAX_VALUE, 0);
    }

    /** A part of what was done to all submissions, newest first; the team's. */
    public List<AuditRecord> find(AuditSearch search, int limit, long offset) {
        return rows.find(search, true, limit, offset);
    }

    /** How many records match. */
    public int count(AuditSearch search) {
        return rows.count(search);
    }

    private static Kind kindOf(String what) {
        return switch (what) {
            case "PASSWORD_REVEALED", "CLIENT_SECRET_REVEALED" -> Kind.REVEAL;
            case "ISSUES_SENT", "REJECTED", "CHECK_WAIVED", "RETIRED", "ROLLED_BACK" -> Kind.DECISION;
            case String passed when passed.endsWith("_PASSED") -> Kind.DECISION;
            default -> Kind.EVENT;
        };
    }

    private void add(SubmissionId submission, Fact fact) {
        add("change/" + ids.next(), submission, fact);
    }

    private void add(String key, SubmissionId submission, Fact fact) {
        add(key, submission, current.account().orElse(null), fact);
    }

    private void add(String key, SubmissionId submission, @Nullable AccountId actor, Fact fact) {
        rows.add(ids.next(), key, clock.instant(), submission, actor, fact);
    }

    /** What is known at the place where it happened. */
    record Fact(
            Kind kind,
            String what,
            String text,
            @Nullable Integer version,
            @Nullable String was,
            @Nullable String isNow,
            boolean teamOnly) {}
}
