package dev.oin.checks;

import java.io.StringWriter;
import java.util.Locale;
import java.util.Set;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** The results in the form that CI systems read: what failed is a failure, what says nothing about the app an error. */
final class JUnitReport {

    String write(CheckReport report) {
        var text = new StringWriter();
        try {
            var xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            suite(xml, report);
            xml.writeEndDocument();
            xml.close();
            return text.toString();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void suite(XMLStreamWriter xml, CheckReport report) throws XMLStreamException {
        var results = report.results();
        xml.writeStartElement("testsuite");
        xml.writeAttribute("name", report.run().suite().text());
        xml.writeAttribute("tests", Integer.toString(results.size()));
        xml.writeAttribute("failures", count(report, Verdict.FAILED));
        xml.writeAttribute("errors", count(report, Verdict.ERRORED, Verdict.INCONCLUSIVE, Verdict.ABANDONED));
        xml.writeAttribute("skipped", count(report, Verdict.NOT_APPLICABLE));
        var millis = results.stream()
                .mapToLong(result -> result.duration().toMillis())
                .sum();
        xml.writeAttribute("time", seconds(millis));
        for (var result : results) {
            testCase(xml, report, result);
        }
        xml.writeEndElement();
    }

    private static void testCase(XMLStreamWriter xml, CheckReport report, CheckResult result)
            throws XMLStreamException {
        xml.writeStartElement("testcase");
        xml.writeAttribute("classname", report.run().suite().text());
        xml.writeAttribute("name", clean(result.check() + " " + result.title()));
        xml.writeAttribute("time", seconds(result.duration().toMillis()));
        switch (result.outcome().verdict()) {
            case PASSED -> {}
            case WARNED -> text(xml, "system-out", "WARNED: " + words(result.outcome()));
            case FAILED -> problem(xml, "failure", result.outcome());
            case ERRORED, INCONCLUSIVE, ABANDONED -> problem(xml, "error", result.outcome());
            case NOT_APPLICABLE -> {
                xml.writeEmptyElement("skipped");
                xml.writeAttribute("message", clean(result.outcome().observed()));
            }
        }
        xml.writeEndElement();
    }

    private static void problem(XMLStreamWriter xml, String element, Outcome outcome) throws XMLStreamException {
        xml.writeStartElement(element);
        xml.writeAttribute(
                "type",
                outcome.fault()
                        .map(fault -> outcome.verdict() + "/" + fault)
                        .orElse(outcome.verdict().name()));
        xml.writeAttribute("message", clean(outcome.observed()));
        xml.writeCharacters(clean(words(outcome)));
        xml.writeEndElement();
    }

    private static void text(XMLStreamWriter xml, String element, String text) throws XMLStreamException {
        xml.writeStartElement(element);
        xml.writeCharacters(clean(text));
        xml.writeEndElement();
    }

    private static String words(Outcome outcome) {
        return "Expected: " + outcome.expected() + "\nObserved: " + outcome.observed() + "\nWhat to do: "
                + outcome.remedy();
    }

    private static String count(CheckReport report, Verdict... verdicts) {
        var wanted = Set.of(verdicts);
        return Long.toString(report.results().stream()
                .filter(result -> wanted.contains(result.outcome().verdict()))
                .count());
    }

    private static String seconds(long millis) {
        return String.format(Locale.ROOT, "%.3f", millis / 1000.0);
    }

    /** Without characters that XML 1.0 has no room for. */
    private static String clean(String text) {
        return text.codePoints()
                .filter(c ->
                        c == '\n' || c == '\t' || c >= 0x20 && c <= 0xD7FF || c >= 0xE000 && c <= 0xFFFD || c > 0xFFFF)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
