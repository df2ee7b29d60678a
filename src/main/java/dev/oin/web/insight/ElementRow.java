package dev.oin.web.insight;

import dev.oin.insight.CycleTime;
import dev.oin.insight.Waiting;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An element of a model with its numbers, and as the heat map shows it.
 *
 * @param heat the class, 1 to 5; 0 where there is nothing to show
 * @param badge what stands on the element; empty for no badge
 * @param path where its items are, as the heat map shows it
 */
record ElementRow(
        String process,
        String element,
        String name,
        @Nullable Waiting waiting,
        @Nullable CycleTime time,
        int heat,
        String badge,
        String path,
        String waitingPath,
        String leftPath) {

    static ElementRow of(
            Models.Model model,
            Models.Node node,
            @Nullable Waiting waiting,
            @Nullable CycleTime time,
            InsightQuery query) {
        var waitingPath = query.opening(ItemSet.WAITING, model.key(), node.id()).at("/insight") + "#items";
        var leftPath = query.opening(ItemSet.LEFT, model.key(), node.id()).at("/insight") + "#items";
        return new ElementRow(
                model.key(),
                node.id(),
                node.name(),
                waiting,
                time,
                heat(query.view(), waiting, time),
                badge(query.view(), waiting, time),
                query.view() == HeatView.WAITING ? waitingPath : leftPath,
                waitingPath,
                leftPath);
    }

    public int count() {
        return waiting == null ? 0 : waiting.count();
    }

    public int overdue() {
        return waiting == null ? 0 : waiting.overdue();
    }

    public int visits() {
        return time == null ? 0 : time.visits();
    }

    public String medianAge() {
        return Words.duration(waiting == null ? null : waiting.median());
    }

    public String oldest() {
        return Words.duration(waiting == null ? null : waiting.oldest());
    }

    public String p85Age() {
        return Words.duration(waiting == null ? null : waiting.p85());
    }

    public String median() {
        return Words.duration(time == null ? null : time.median());
    }

    public String p85() {
        return Words.duration(time == null ? null : time.p85());
    }

    List<String> cells() {
        return List.of(
                process,
                element,
                name,
                String.valueOf(count()),
                String.valueOf(overdue()),
                medianAge(),
                p85Age(),
                oldest(),
                String.valueOf(visits()),
                median(),
                p85());
    }

    private static int heat(HeatView view, @Nullable Waiting waiting, @Nullable CycleTime time) {
        return switch (view) {
            case WAITING -> view.heat(waiting == null ? 0 : waiting.count());
            case FREQUENCY -> view.heat(time == null ? 0 : time.visits());
            case MEDIAN -> HeatView.heat(time == null ? null : time.median());
            case P85 -> HeatView.heat(time == null ? null : time.p85());
        };
    }

    private static String badge(HeatView view, @Nullable Waiting waiting, @Nullable CycleTime time) {
        return switch (view) {
            case WAITING -> waiting == null ? "" : waiting.count() + " | " + age(waiting);
            case FREQUENCY -> time == null ? "" : time.visits() + " | median " + Words.duration(time.median());
            case MEDIAN -> time == null ? "" : Words.duration(time.median()) + " | " + time.visits();
            case P85 -> time == null ? "" : duration(time.p85()) + " | " + time.visits();
        };
    }

    private static String age(Waiting waiting) {
        return waiting.p85() == null
                ? "median " + Words.duration(waiting.median())
                : "P85 " + Words.duration(waiting.p85());
    }

    private static String duration(@Nullable Duration p85) {
        return p85 == null ? "under 20" : Words.duration(p85);
    }
}
