package dev.oin.web.insight;

import dev.oin.insight.CycleTime;
import dev.oin.insight.CycleTimes;
import dev.oin.insight.Waiting;
import dev.oin.insight.WaitingNow;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The models' elements with their numbers. */
@Component
class ProcessViews {

    private final WaitingNow waiting;
    private final CycleTimes times;
    private final Models models;

    ProcessViews(WaitingNow waiting, CycleTimes times, Models models) {
        this.waiting = waiting;
        this.times = times;
        this.models = models;
    }

    /** All elements at which work can wait, in the order of the models. */
    List<ElementRow> elements(InsightQuery query) {
        var waitingAt = waiting.atElements(query.slice()).stream()
                .collect(Collectors.toMap(at -> key(at.process(), at.element()), Function.identity()));
        var timesAt = times.atElements(query.slice()).stream()
                .collect(Collectors.toMap(at -> key(at.process(), at.element()), Function.identity()));
        return models.all().stream()
                .flatMap(model -> model.elements().stream().map(node -> row(model, node, waitingAt, timesAt, query)))
                .toList();
    }

    private static ElementRow row(
            Models.Model model,
            Models.Node node,
            Map<String, Waiting> waitingAt,
            Map<String, CycleTime> timesAt,
            InsightQuery query) {
        var key = key(model.key(), node.id());
        return ElementRow.of(model, node, waitingAt.get(key), timesAt.get(key), query);
    }

    /** What is under review now, in a sentence. */
    String summary(InsightQuery query) {
        var phases = waiting.inPhases(query.slice());
        var withTeam = sum(phases, "TEAM");
        var withIsv = sum(phases, "ISV");
        var late = phases.stream().mapToInt(Waiting::overdue).sum();
        return "%s under review: %d with the OIN team, %d with ISVs, %d in the pipeline; %d past the promised date."
                .formatted(
                        Words.count(withTeam + withIsv + sum(phases, "SYSTEM"), "submission is", "submissions are"),
                        withTeam,
                        withIsv,
                        sum(phases, "SYSTEM"),
                        late);
    }

    /** The finding about the element that is opened. */
    String finding(ElementRow row) {
        var now = row.waiting() == null
                ? "nothing waits"
                : "%d waiting, median %s, %s, oldest %s, %d past the promised date"
                        .formatted(row.count(), row.medianAge(), p85(row.p85Age()), row.oldest(), row.overdue());
        var past = row.time() == null
                ? "nothing ended in the period"
                : "%d ended in the period, median %s, %s".formatted(row.visits(), row.median(), p85(row.p85()));
        return "%s: %s; %s.".formatted(row.name(), now, past);
    }

    private static String p85(String duration) {
        return duration.equals("-") ? "too few for a P85" : "P85 " + duration;
    }

    private static int sum(List<Waiting> phases, String waitsFor) {
        return phases.stream()
                .filter(phase -> phase.waitsFor().equals(waitsFor))
                .mapToInt(Waiting::count)
                .sum();
    }

    private static String key(String process, String element) {
        return process + "/" + element;
    }
}
