package dev.oin.submission;

/** Why a submission goes through the pipeline. */
public enum SubmissionKind {
    /** The integration's first publication. */
    NEW,
    /** A change of a published integration that is tested again. */
    FUNCTIONAL,
    /** A change of catalog information only. */
    CATALOG
}
