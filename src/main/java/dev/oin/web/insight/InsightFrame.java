package dev.oin.web.insight;

import dev.oin.kernel.Protocol;
import dev.oin.submission.SubmissionKind;
import dev.oin.web.frame.Crumb;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.ui.Model;

/** What the managers' pages share: the way to the others, the filters, the link to this look. */
final class InsightFrame {

    private InsightFrame() {}

    static void around(Model page, InsightQuery query, String path, String name) {
        page.addAttribute("full", true);
        page.addAttribute("crumbs", Crumb.trail("Insight", "/insight", name));
        page.addAttribute(
                "tabs",
                List.of(
                        new Tab("Process", "/insight", path.equals("/insight")),
                        new Tab("Flow", "/insight/flow", path.equals("/insight/flow")),
                        new Tab("Promises", "/insight/promises", path.equals("/insight/promises"))));
        page.addAttribute("query", query);
        page.addAttribute("path", path);
        page.addAttribute("here", query.at(path));
        page.addAttribute("closing", query.seenAs(query.view()).at(path));
        page.addAttribute("period", Words.period(query.days()));
        page.addAttribute("filters", filters(query));
    }

    private static List<Filter> filters(InsightQuery query) {
        return List.of(
                new Filter(
                        "days",
                        "Period",
                        InsightQuery.PERIODS.stream()
                                .map(days ->
                                        new Choice("" + days, "Last %d days".formatted(days), days == query.days()))
                                .toList()),
                new Filter(
                        "protocol",
                        "Protocol",
                        withAll(Arrays.stream(Protocol.values())
                                .map(protocol -> new Choice(
                                        InsightQuery.lower(protocol), protocol.label(), protocol == query.protocol()))
                                .toList())),
                new Filter(
                        "kind",
                        "Kind",
                        withAll(Arrays.stream(SubmissionKind.values())
                                .map(kind ->
                                        new Choice(InsightQuery.lower(kind), Words.kind(kind), kind == query.kind()))
                                .toList())),
                new Filter(
                        "round",
                        "Round",
                        withAll(IntStream.rangeClosed(1, 3)
                                .mapToObj(round -> new Choice(
                                        "" + round,
                                        round == 3 ? "3 and later" : "" + round,
                                        query.round() != null && query.round() == round))
                                .toList())));
    }

    private static List<Choice> withAll(List<Choice> choices) {
        var all = new Choice("", "All", choices.stream().noneMatch(Choice::here));
        return Stream.concat(Stream.of(all), choices.stream()).toList();
    }

    record Tab(String name, String path, boolean here) {}

    record Filter(String name, String label, List<Choice> choices) {}

    record Choice(String value, String label, boolean here) {}
}
