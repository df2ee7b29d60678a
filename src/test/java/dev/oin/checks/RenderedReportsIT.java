package dev.oin.checks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.oin.checks.RenderReport.Format;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RenderedReportsIT {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC);
    private static final JsonMapper MAPPER = new JsonMapper();

    private static RenderedReports reports;
    private static CheckRun run;

    @BeforeAll
    static void runOnce() {
        var suite = new ScriptedSuite(SuiteName.SUBMISSION_TESTER)
                .check("IDP_FLOW", evidence -> {
                    evidence.step("Opened <the app>");
                    evidence.keep(new Exhibit.Traffic("Network traffic", List.of(exchange())));
                    evidence.keep(new Exhibit.Screenshot("The end", new byte[] {1, 2, 3}));
                    return new Outcome.Failed(Fault.APP, "In.", "The page showed <script>\u0001", "Repair & retry.");
                })
                .check("SP_FLOW", new Outcome.NotApplicable("No SP flow."));
        var engine = new RunEngine(CLOCK, suite);
        run = engine.queued(SuiteName.SUBMISSION_TESTER, CLOCK, "IDP_FLOW", "SP_FLOW");
        engine.execution.run(run.id());
        reports = new RenderedReports(engine.runs, new KeptExhibits(engine.runs));
    }

    @Test
    void json_holds_results_and_evidence() throws Exception {
        var json = MAPPER.readTree(text(Format.JSON));

        assertThat(json.at("/verdict").asText()).isEqualTo("FAILED");
        assertThat(json.at("/results/0/fault").asText()).isEqualTo("APP");
        assertThat(json.at("/results/0/exhibits/1/content/0/url").asText()).isEqualTo("https://app.example.com/acs");
        assertThat(json.at("/results/0/exhibits/2/content_base64").asText()).isEqualTo("AQID");
    }

    @Test
    void html_escapes_what_apps_said() {
        assertThat(text(Format.HTML))
                .contains("&lt;script&gt;", "Opened &lt;the app&gt;")
                .doesNotContain("<script>");
    }

    @Test
    void junit_is_xml_with_failures_and_skips() throws Exception {
        var xml = DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(text(Format.JUNIT).getBytes(StandardCharsets.UTF_8)));

        assertThat(xml.getDocumentElement().getAttribute("failures")).isEqualTo("1");
        assertThat(xml.getDocumentElement().getAttribute("skipped")).isEqualTo("1");
        assertThat(xml.getElementsByTagName("testcase").getLength()).isEqualTo(2);
    }

    @Test
    void har_holds_the_traffic() throws Exception {
        var har = MAPPER.readTree(text(Format.HAR));

        assertThat(har.at("/log/entries/0/request/method").asText()).isEqualTo("POST");
        assertThat(har.at("/log/entries/0/response/redirectURL").asText()).isEqualTo("/home");
        assertThat(har.at("/log/entries/0/pageref").asText()).isEqualTo("IDP_FLOW");
    }

    private static String text(Format format) {
        return reports.render(run.id(), format).orElseThrow().text();
    }

    private static Exchange exchange() {
        return new Exchange(
                CLOCK.instant(),
                Duration.ofMillis(12),
                "document",
                "POST",
                URI.create("https://app.example.com/acs"),
                List.of(new Exchange.Header("Content-Type", "application/x-www-form-urlencoded")),
                "RelayState=x",
                302,
                List.of(new Exchange.Header("Location", "/home")),
                null,
                null);
    }
}
