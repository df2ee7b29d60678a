package dev.oin.web.portal;

import dev.oin.insight.Forecasts;
import dev.oin.insight.Forecasts.Forecast;
import dev.oin.insight.TwoClocks;
import dev.oin.review.Promise;
import dev.oin.review.Promises;
import dev.oin.submission.Submission;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The times of a submission: both clocks, the moves of the promised date and why, and what experience says.
 *
 * @param clocks null before it was handed in
 * @param moves moves of the present phase's date, latest first
 * @param forecast null where there is too little experience, or the team does not have it
 */
record DatesView(
        @Nullable String clocks, List<Move> moves, @Nullable Forecast forecast) {

    /** The date moved. */
    record Move(Instant to, Instant from, String reason) {}

    static DatesView of(Submission submission, TwoClocks clocks, Promises promises, Forecasts forecasts) {
        var times = clocks.of(List.of(submission.id())).get(submission.id());
        var isWithTeam = submission.state().isWithTeam();
        return new DatesView(
                times == null ? null : times.words(),
                isWithTeam ? moves(promises.of(submission.id())) : List.of(),
                isWithTeam ? forecasts.of(submission.state().name()).orElse(null) : null);
    }

    private static List<Move> moves(List<Promise> promises) {
        var moves = new ArrayList<Move>();
        for (int at = promises.size() - 1; at > 0 && promises.get(at).reason() != null; at--) {
            moves.add(new Move(
                    promises.get(at).due(),
                    promises.get(at - 1).due(),
                    Objects.requireNonNull(promises.get(at).reason())));
        }
        return List.copyOf(moves);
    }
}
