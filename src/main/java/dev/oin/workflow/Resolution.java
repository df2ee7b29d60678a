package dev.oin.workflow;

import dev.oin.review.ReviewPhase;

/** How the ISV resolved its issues; the values of the process variable {@code resolution}. */
enum Resolution {
    /** A new version (T4, T8). */
    EDITED,
    /** A fix in the app, told to the team (T5, T9). */
    FIXED_ELSEWHERE;

    /** The phase in which the team goes on. */
    ReviewPhase leadsTo(ReviewPhase raisedIn) {
        return switch (raisedIn) {
            case INITIAL, CATALOG, FINAL -> raisedIn;
            case QA -> this == EDITED ? ReviewPhase.FINAL : ReviewPhase.QA;
        };
    }
}
