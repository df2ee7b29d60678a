package dev.oin.web.portal;

import dev.oin.checks.Check;
import dev.oin.checks.Suite;
import dev.oin.web.frame.Chips;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The published catalogue of all checks, read from the checks themselves. */
@Controller
class ChecksPage {

    private final List<Suite> suites;

    ChecksPage(List<Suite> suites) {
        this.suites = suites.stream()
                .filter(suite -> suite.withheld().isEmpty())
                .sorted(Comparator.comparing(Suite::name))
                .toList();
    }

    /** The page. */
    record View(List<IntegrationsView.Filter> filters, String query, List<Entry> checks, boolean single) {}

    /** A check. */
    record Entry(String suite, String id, String title, String severity, List<Line> lines) {}

    /** A line about a check. */
    record Line(String name, String text) {}

    @GetMapping("/checks")
    String show(@RequestParam(defaultValue = "") String suite, @RequestParam(defaultValue = "") String q, Model model) {
        var all = suites.stream()
                .flatMap(one -> one.checks().stream().map(check -> entry(one, check)))
                .toList();
        var shown = all.stream()
                .filter(entry -> suite.isEmpty() || entry.suite().equals(suite))
                .filter(entry -> matches(entry, q.strip().toLowerCase(Locale.ROOT)))
                .toList();
        model.addAttribute("page", new View(filters(all, suite), q, shown, shown.size() == 1));
        return "portal/checks";
    }

    private List<IntegrationsView.Filter> filters(List<Entry> all, String chosen) {
        var filters = new ArrayList<IntegrationsView.Filter>();
        filters.add(new IntegrationsView.Filter("All", all.size(), "/checks", chosen.isEmpty()));
        for (var suite : suites) {
            var name = suite.name().text();
            var count = (int)
                    all.stream().filter(entry -> entry.suite().equals(name)).count();
            filters.add(new IntegrationsView.Filter(
                    suite.name().label(), count, "/checks?suite=" + name, chosen.equals(name)));
        }
        return filters;
    }

    private static Entry entry(Suite suite, Check check) {
        var lines = Stream.of(
                        new Line("Suite", suite.name().label()),
                        new Line("Why", check.why()),
                        new Line("Example", check.example()),
                        new Line("What to change", check.remedy()),
                        new Line("Clause", check.clause()),
                        new Line("Since", check.since()))
                .filter(line -> !line.text().isBlank())
                .toList();
        return new Entry(suite.name().text(), check.id().value(), check.title(), Chips.word(check.severity()), lines);
    }

    private static boolean matches(Entry entry, String query) {
        return entry.id().toLowerCase(Locale.ROOT).contains(query)
                || entry.title().toLowerCase(Locale.ROOT).contains(query);
    }
}
