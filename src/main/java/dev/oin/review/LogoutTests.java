package dev.oin.review;

import dev.oin.submission.Submission;
import java.util.List;

/** What was tested of Universal Logout by hand (testing-rules 5). */
interface LogoutTests {

    /** The newest record of each instance that has one. */
    List<LogoutTest> of(Submission submission);
}
