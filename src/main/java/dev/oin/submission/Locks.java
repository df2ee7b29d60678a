package dev.oin.submission;

import java.util.Locale;
import java.util.Optional;

/** Why a submission cannot be edited in its state. */
public final class Locks {

    private Locks() {}

    /** Why pages 1 to 3 are read-only; empty where they can be edited. */
    public static Optional<String> reason(SubmissionState state) {
        return state.isEditable() ? Optional.empty() : Optional.of(words(state));
    }

    /** Why the set of protocols is fixed; empty where it can be changed. */
    public static Optional<String> protocolsReason(SubmissionState state) {
        return state.isWithIsvForFixes()
                ? Optional.of(
                        "While you resolve issues, everything but the protocols can be edited. Withdraw to change them.")
                : reason(state);
    }

    private static String words(SubmissionState state) {
        return switch (state) {
            case INITIAL_REVIEW, QA_TESTING, FINAL_REVIEW, CATALOG_REVIEW ->
                "The OIN team is reviewing this integration. Only the test account, its password and the support contact can be"
                        + " replaced. Withdraw it to edit.";
            case PUBLISHING -> "This integration is being published.";
            case PUBLISHED -> "This integration is published. Start an update to change it.";
            case REJECTED, RETIRED ->
                "This integration is %s.".formatted(state.detailedLabel().toLowerCase(Locale.ROOT));
            case DRAFT, WITHDRAWN, ISV_REVIEW, ISV_FIX -> throw new IllegalArgumentException(state + " is not locked");
        };
    }
}
