package dev.oin.checks;

import dev.oin.kernel.RunId;
import dev.oin.kernel.SubmissionId;

/** A run came to its end; published after its last result is recorded, outside of any transaction. */
public record RunFinished(RunId run, SubmissionId submission) {}
