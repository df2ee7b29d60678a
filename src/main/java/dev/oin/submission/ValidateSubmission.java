package dev.oin.submission;

import dev.oin.kernel.Problem;
import java.util.List;

/** Says what is wrong in meaning with pages 1 to 3 (G-04), in the order of the pages. */
public interface ValidateSubmission {

    /** All problems, errors and warnings. */
    List<Problem> problems(Submission submission);
}
