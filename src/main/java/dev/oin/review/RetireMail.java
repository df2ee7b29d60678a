package dev.oin.review;

import dev.oin.kernel.SubmissionId;
import dev.oin.submission.Submissions;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** M8: it was taken out of the catalog. */
@Component
public class RetireMail {

    private final Submissions submissions;
    private final PostMail post;
    private final ReviewProperties properties;

    RetireMail(Submissions submissions, PostMail post, ReviewProperties properties) {
        this.submissions = submissions;
        this.post = post;
        this.properties = properties;
    }

    /** Tells the ISV, once per catalog version. */
    @Transactional
    public void sendRetired(SubmissionId id, int catalogVersion, String reason) {
        var words = new MailWords(properties.publicUrl(), properties.zone());
        var letters = new IsvLetters(words, properties.days().finalReview());
        post.toIsv(submissions.get(id), "catalog-" + catalogVersion, letters.retired(submissions.get(id), reason));
    }
}
