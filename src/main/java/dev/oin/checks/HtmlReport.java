package dev.oin.checks;

import dev.oin.checks.CheckResult.ExhibitEntry;
import dev.oin.kernel.RunId;
import java.util.Base64;
import org.springframework.web.util.HtmlUtils;

/** The results as one page that needs nothing else: no style, no script, pictures inside. */
final class HtmlReport {

    private final KeptExhibits exhibits;

    HtmlReport(KeptExhibits exhibits) {
        this.exhibits = exhibits;
    }

    String write(CheckReport report) {
        var run = report.run();
        var page = new StringBuilder("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>")
                .append(run.suite().label())
                .append(" results</title></head><body>\n<h1>")
                .append(run.suite().label())
                .append(": ")
                .append(run.verdict() == null ? run.status() : run.verdict())
                .append("</h1>\n<dl>");
        fact(page, "Run", run.id().toString());
        fact(page, "Version", Integer.toString(run.version()));
        fact(page, "Started", String.valueOf(run.startedAt()));
        fact(page, "Finished", String.valueOf(run.finishedAt()));
        if (run.expiresAt() != null) {
            fact(page, "Valid until", run.expiresAt().toString());
        }
        page.append("</dl>\n");
        report.results().forEach(result -> write(page, run.id(), result));
        return page.append("</body></html>\n").toString();
    }

    private void write(StringBuilder page, RunId run, CheckResult result) {
        var outcome = result.outcome();
        page.append("<section>\n<h2>")
                .append(escaped(result.check().value() + ": " + result.title()))
                .append("</h2>\n<p><strong>")
                .append(outcome.verdict())
                .append("</strong></p>\n<dl>");
        outcome.fault().ifPresent(fault -> fact(page, "Whose fault", fault.name()));
        fact(page, "Severity", result.severity().letter());
        fact(page, "Clause", result.clause());
        fact(page, "Expected", outcome.expected());
        fact(page, "Observed", outcome.observed());
        fact(page, "What to do", outcome.remedy());
        page.append("</dl>\n");
        result.exhibits().forEach(entry -> write(page, run, entry));
        page.append("</section>\n");
    }

    private void write(StringBuilder page, RunId run, ExhibitEntry entry) {
        page.append("<details><summary>").append(escaped(entry.title())).append("</summary>\n");
        if (entry.kind() == ExhibitEntry.Kind.SCREENSHOT) {
            exhibits.content(run, entry)
                    .ifPresent(png -> page.append("<img alt=\"")
                            .append(escaped(entry.title()))
                            .append("\" src=\"data:image/png;base64,")
                            .append(Base64.getEncoder().encodeToString(png))
                            .append("\">"));
        } else {
            page.append("<pre>").append(escaped(exhibits.text(run, entry))).append("</pre>");
        }
        page.append("</details>\n");
    }

    private static void fact(StringBuilder page, String name, String value) {
        if (!value.isEmpty()) {
            page.append("<dt>")
                    .append(name)
                    .append("</dt><dd>")
                    .append(escaped(value))
                    .append("</dd>\n");
        }
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text);
    }
}
