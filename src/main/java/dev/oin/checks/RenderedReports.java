package dev.oin.checks;

import dev.oin.kernel.RunId;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Reports in the four formats, from what was stored; that was masked before. */
@Component
class RenderedReports implements RenderReport {

    private final CheckRuns runs;
    private final JsonReport json;
    private final HtmlReport html;
    private final JUnitReport junit;
    private final HarReport har;

    RenderedReports(CheckRuns runs, KeptExhibits exhibits) {
        this.runs = runs;
        this.json = new JsonReport(exhibits);
        this.html = new HtmlReport(exhibits);
        this.junit = new JUnitReport();
        this.har = new HarReport(exhibits);
    }

    @Override
    public Optional<Document> render(RunId run, Format format) {
        return runs.report(run)
                .map(report -> new Document(write(report, format), format.mediaType(), name(report, format)));
    }

    private String write(CheckReport report, Format format) {
        return switch (format) {
            case JSON -> json.write(report);
            case HTML -> html.write(report);
            case JUNIT -> junit.write(report);
            case HAR -> har.write(report);
        };
    }

    private static String name(CheckReport report, Format format) {
        var ending = switch (format) {
            case JUNIT -> "xml";
            case JSON, HTML, HAR -> format.name().toLowerCase(Locale.ROOT);
        };
        return report.run().suite().text() + "-" + report.run().id() + "." + ending;
    }
}
