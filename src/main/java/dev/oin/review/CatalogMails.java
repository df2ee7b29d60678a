package dev.oin.review;

import dev.oin.kernel.SubmissionId;
import dev.oin.submission.Submissions;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells ISVs what became of their published integration, once per catalog version. */
@Component
public class CatalogMails {

    private final Submissions submissions;
    private final PostMail post;
    private final ReviewProperties properties;

    CatalogMails(Submissions submissions, PostMail post, ReviewProperties properties) {
        this.submissions = submissions;
        this.post = post;
        this.properties = properties;
    }

    /** M8: it was taken out of the catalog. */
    @Transactional
    public void sendRetired(SubmissionId id, int version, String reason) {
        post.toIsv(submissions.get(id), "catalog-" + version, letters().retired(submissions.get(id), reason));
    }

    /** M8b: the version was rolled back, and an earlier one is shown again. */
    @Transactional
    public void sendRolledBack(SubmissionId id, int version, int earlier, String reason) {
        post.toIsv(
                submissions.get(id),
                "catalog-" + version,
                letters().rolledBack(submissions.get(id), version, earlier, reason));
    }

    private ClosingLetters letters() {
        return new ClosingLetters(new MailWords(properties.publicUrl(), properties.zone()));
    }
}
