package dev.oin.kernel;

import java.util.UUID;

/** The id of a submission, that is one pass of an integration through the pipeline; also its business key in the process engine. */
public record SubmissionId(UUID value) implements EntityId {

    /** Reads the id from its canonical text. */
    public static SubmissionId of(String text) {
        return new SubmissionId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
