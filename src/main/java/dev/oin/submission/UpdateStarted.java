package dev.oin.submission;

/**
 * An update of a published integration begins; published within the transaction, so that later stages carry over what they keep.
 *
 * @param update the new draft
 * @param live the version that it begins with
 */
public record UpdateStarted(Submission update, Version live) {}
