package dev.oin.review;

import dev.oin.account.Account;
import dev.oin.account.Accounts;
import dev.oin.account.StaffRole;
import dev.oin.mail.Mail;
import dev.oin.mail.Outbox;
import dev.oin.submission.AuditTrail;
import dev.oin.submission.Submission;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** Knows the readers of a mail and puts it into the outbox; one thread per submission. */
@Component
class PostMail {

    private final Accounts accounts;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final MailChoices choices;
    private final LayOutMail layout;
    private final ReviewProperties properties;

    PostMail(
            Accounts accounts,
            Outbox outbox,
            AuditTrail audit,
            MailChoices choices,
            LayOutMail layout,
            ReviewProperties properties) {
        this.accounts = accounts;
        this.outbox = outbox;
        this.audit = audit;
        this.choices = choices;
        this.layout = layout;
        this.properties = properties;
    }

    /** To the support contact and the submitter. */
    void toIsv(Submission submission, String transition, Letter letter) {
        post("isv", submission, transition, letter, isvReaders(submission, letter.code()));
    }

    /** To the team's addresses; without any, to all analysts. */
    void toTeam(Submission submission, String transition, Letter letter) {
        var readers = properties.team().isEmpty()
                ? staff(letter.code(), account -> account.asCaller().isAnalyst())
                : properties.team();
        post("team", submission, transition, letter, readers);
    }

    /** To the leads. */
    void toLeads(Submission submission, String transition, Letter letter) {
        post(
                "leads",
                submission,
                transition,
                letter,
                staff(letter.code(), account -> account.staffRoles().contains(StaffRole.LEAD)));
    }

    private void post(String to, Submission submission, String transition, Letter letter, List<String> readers) {
        if (readers.isEmpty()) {
            return;
        }
        var name = submission.displayName();
        var key = "%s/%s/%s/%s".formatted(letter.code(), to, submission.id(), transition);
        var subject = subject(submission, letter);
        audit.mailed(submission.id(), key, letter.code(), subject, readers, !to.equals("isv"));
        outbox.enqueue(new Mail(
                key,
                submission.id() + (to.equals("isv") ? "" : "/team"),
                readers,
                subject,
                layout.text(letter, name),
                layout.html(letter, name)));
    }

    static String subject(Submission submission, Letter letter) {
        return "%s: %s [%s]".formatted(submission.displayName(), letter.happened(), submission.id());
    }

    private List<String> isvReaders(Submission submission, String code) {
        Map<String, String> readers = new LinkedHashMap<>();
        var support = submission.content().testInformation().supportContact();
        if (support != null && !support.isBlank()) {
            readers.put(support.toLowerCase(Locale.ROOT), support);
        }
        var submitter = submission.submittedBy() == null ? submission.createdBy() : submission.submittedBy();
        accounts.find(submitter)
                .filter(account -> choices.wants(account.id(), code, false))
                .map(Account::email)
                .ifPresent(mail -> readers.putIfAbsent(mail.toLowerCase(Locale.ROOT), mail));
        return List.copyOf(readers.values());
    }

    private List<String> staff(String code, Predicate<Account> wanted) {
        return accounts.staff().stream()
                .filter(account -> !account.disabled())
                .filter(wanted)
                .filter(account -> choices.wants(account.id(), code, true))
                .map(Account::email)
                .toList();
    }
}
