package dev.oin.catalog;

import dev.oin.kernel.SubmissionId;
import java.util.List;

/** The last step of the pipeline, called by the workflow. */
public interface Publication {

    /**
     * What stands against publishing, in words for the ISV: guide links that do not answer, a name taken meanwhile, content
     * that differs from what was reviewed. Makes calls of its own: run it outside a transaction.
     */
    List<String> findObstacles(SubmissionId submission);

    /** Nothing stands in the way: keeps the name until the day that the ISV chose, if it chose one. */
    void reserve(SubmissionId submission);

    /** Makes the submitted version public; harmless if it already is. */
    void publish(SubmissionId submission);
}
