package dev.oin;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.oin.kernel.Problem;
import dev.oin.submission.LintManifest;
import dev.oin.submission.LintManifest.Report;
import dev.oin.submission.ManifestText.Form;
import dev.oin.submission.SaveOutcome.Misfit;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The command {@code ./lint}: checks a manifest in a file, for editors and build servers. */
public final class Lint {

    static final int FINE = 0;
    static final int PROBLEMS = 1;
    static final int UNUSABLE = 2;

    private static final String AS_JSON = "--format=json";
    private static final String USAGE = """
            ./lint MANIFEST [--format=json]

            Checks the manifest by the rules of the product. JSON, or YAML where the file's name ends in .yaml or .yml.
            Ends with 0 if nothing stops a submission, 1 if something does, 2 if the manifest would be refused or cannot be read.
            OIN_EGRESS_ALLOW names hosts that are allowed besides public ones, as it does for the product.""";

    private final PrintStream out;
    private final LintManifest lint;

    Lint(PrintStream out, LintManifest lint) {
        this.out = out;
        this.lint = lint;
    }

    /** Runs the command and ends the process. */
    public static void main(String[] arguments) {
        var allowed = Optional.ofNullable(System.getenv("OIN_EGRESS_ALLOW")).orElse("");
        System.exit(new Lint(System.out, new LintManifest(List.of(allowed.split(",")))).run(arguments));
    }

    int run(String... arguments) {
        var files = new ArrayList<>(List.of(arguments));
        var asJson = files.remove(AS_JSON);
        if (files.size() != 1 || files.getFirst().startsWith("-")) {
            out.println(USAGE);
            return UNUSABLE;
        }
        try {
            var name = files.getFirst();
            var report = lint.lint(Files.readAllBytes(Path.of(name)), formOf(name));
            out.print(asJson ? json(report) + "\n" : text(report));
            return code(report);
        } catch (IOException unreadable) {
            out.println("Cannot read " + files.getFirst());
            return UNUSABLE;
        }
    }

    private static Form formOf(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".yaml") || lower.endsWith(".yml") ? Form.YAML : Form.JSON;
    }

    private static int code(Report report) {
        if (!report.misfits().isEmpty()) {
            return UNUSABLE;
        }
        return report.hasErrors() ? PROBLEMS : FINE;
    }

    private static String text(Report report) {
        var lines = new StringBuilder();
        Stream.concat(
                        report.misfits().stream()
                                .map(misfit -> line("refused", misfit.field(), misfit.rule(), misfit.message())),
                        report.problems().stream().map(Lint::line))
                .forEach(lines::append);
        return lines.isEmpty() ? "Nothing to change.\n" : lines.toString();
    }

    private static String line(Problem problem) {
        var severity = problem.severity().name().toLowerCase(Locale.ROOT);
        return line(severity, problem.field(), problem.rule(), problem.message());
    }

    private static String line(String how, String field, String rule, String message) {
        return "%-8s %s [%s] %s%n".formatted(how, field, rule, message);
    }

    private static ObjectNode json(Report report) {
        var root = JsonNodeFactory.instance.objectNode();
        var errors = root.putArray("errors");
        for (Misfit misfit : report.misfits()) {
            errors.addObject()
                    .put("field", misfit.field())
                    .put("rule", misfit.rule())
                    .put("message", misfit.message());
        }
        var problems = root.putArray("problems");
        for (var problem : report.problems()) {
            problems.addObject()
                    .put("field", problem.field())
                    .put("rule", problem.rule())
                    .put("message", problem.message())
                    .put("severity", problem.severity().name());
        }
        return root;
    }
}
