package dev.oin.review;

import dev.oin.submission.SubmissionState;

/** The team's phases; also the values of the process variables {@code phase} and {@code raisedIn}. */
public enum ReviewPhase {
    INITIAL("Initial review", SubmissionState.INITIAL_REVIEW, SubmissionState.ISV_REVIEW),
    QA("QA testing", SubmissionState.QA_TESTING, SubmissionState.ISV_FIX),
    FINAL("Final review", SubmissionState.FINAL_REVIEW, SubmissionState.ISV_FIX),
    CATALOG("Catalog review", SubmissionState.CATALOG_REVIEW, SubmissionState.ISV_REVIEW);

    private final String label;
    private final SubmissionState state;
    private final SubmissionState returnedState;

    ReviewPhase(String label, SubmissionState state, SubmissionState returnedState) {
        this.label = label;
        this.state = state;
        this.returnedState = returnedState;
    }

    /** The words people read. */
    public String label() {
        return label;
    }

    /** The submission's state while the team works on it in this phase. */
    public SubmissionState state() {
        return state;
    }

    /** The submission's state while the ISV resolves what this phase found. */
    public SubmissionState returnedState() {
        return returnedState;
    }
}
