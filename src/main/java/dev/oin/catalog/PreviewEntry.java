package dev.oin.catalog;

import dev.oin.submission.Submission;
import org.springframework.stereotype.Component;

/** What the catalog would show if the submission were published now. */
@Component
public class PreviewEntry {

    private final PublicFactsOf facts;

    PreviewEntry(PublicFactsOf facts) {
        this.facts = facts;
    }

    /** The public facts of the content in review. */
    public PublicFacts of(Submission submission) {
        return facts.of(submission, submission.content());
    }
}
