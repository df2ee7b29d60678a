package dev.oin.checks;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** The catalogue of checks as a page of Markdown. */
record CataloguePage(List<Suite> suites) {

    CataloguePage {
        suites = suites.stream().sorted(Comparator.comparing(Suite::name)).toList();
    }

    String text() {
        return "# Checks\n\nGenerated from the code by `CheckCatalogueIT`; the running product shows the same at `/checks`.\nSeverity: R is required to publish, W warns, I informs.\n"
                + suites.stream().map(CataloguePage::section).collect(Collectors.joining());
    }

    private static String section(Suite suite) {
        return "\n## %s\n".formatted(suite.name().label())
                + suite.checks().stream().map(CataloguePage::entry).collect(Collectors.joining());
    }

    private static String entry(Check check) {
        return "\n### %s %s\n\n".formatted(check.id().value(), plain(check.title()))
                + line("Severity", check.severity().letter())
                + line("Why", check.why())
                + line("Example", check.example())
                + line("What to change", check.remedy())
                + line("Clause", check.clause())
                + line("Since", check.since());
    }

    private static String line(String name, String text) {
        return text.isBlank() ? "" : "- %s: %s\n".formatted(name, plain(text));
    }

    /** On one line, and with nothing that Markdown would take for a tag or emphasis. */
    private static String plain(String text) {
        return text.strip().replaceAll("\\s+", " ").replaceAll("([<*_`\\[])", "\\\\$1");
    }
}
