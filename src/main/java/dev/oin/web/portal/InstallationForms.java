package dev.oin.web.portal;

import dev.oin.kernel.Problem;
import dev.oin.kernel.Protocol;
import dev.oin.sandbox.Instance;
import dev.oin.sandbox.InstanceLabels;
import dev.oin.sandbox.RequiredInstances;
import dev.oin.submission.Configuration;
import dev.oin.submission.Content;
import dev.oin.submission.Submission;
import dev.oin.submission.Version;
import dev.oin.submission.Versions;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Draws up the questions that a customer's administrator is asked at the installation: a label, and each variable by its label. */
@Component
class InstallationForms {

    private final RequiredInstances required;
    private final Versions versions;
    private final InstanceLabels labels;

    InstallationForms(RequiredInstances required, Versions versions, InstanceLabels labels) {
        this.required = required;
        this.versions = versions;
        this.labels = labels;
    }

    /**
     * The questions.
     *
     * @param action where the answers go
     * @param effect what saving them costs; null where it costs nothing
     * @param purpose what the instance is for, in words
     * @param other problems that are at no question
     */
    record InstallationForm(
            String title,
            String action,
            @Nullable String effect,
            String submission,
            String integration,
            String kind,
            String purpose,
            List<String> protocols,
            Question label,
            List<Question> variables,
            List<ProblemView> other) {}

    /** A question with what was answered and what is wrong with it. */
    record Question(
            String id,
            String name,
            String label,
            String value,
            @Nullable String problem,
            String rule) {}

    InstallationForm of(
            Submission submission,
            Instance.Kind kind,
            Set<Protocol> protocols,
            Map<String, String> values,
            @Nullable String label,
            List<Problem> problems) {
        var content = required.content(submission, kind);
        var name = Objects.requireNonNullElse(content.configuration().catalog().displayName(), "");
        return of(
                new Setting(
                        "Generate instance",
                        "/submissions/" + submission.id() + "/instances/new",
                        null,
                        kind,
                        protocols),
                submission,
                content,
                values,
                label == null ? labels.free(submission.integration(), name) : label,
                problems);
    }

    /** The questions of an instance that is there, with its answers. */
    InstallationForm of(
            Submission submission,
            Instance instance,
            String effect,
            Map<String, String> values,
            String label,
            List<Problem> problems) {
        var content = versions.find(instance.integration(), instance.version())
                .map(Version::content)
                .orElseGet(submission::content);
        var action = "/submissions/%s/instances/%s/edit".formatted(submission.id(), instance.id());
        return of(
                new Setting("Edit instance", action, effect, instance.kind(), instance.protocols()),
                submission,
                content,
                values,
                label,
                problems);
    }

    private record Setting(
            String title, String action, @Nullable String effect, Instance.Kind kind, Set<Protocol> protocols) {}

    private static InstallationForm of(
            Setting setting,
            Submission submission,
            Content content,
            Map<String, String> values,
            String label,
            List<Problem> problems) {
        var variables = content.configuration().variables().stream()
                .filter(variable -> variable.name() != null)
                .map(variable -> question(variable, values, problems))
                .toList();
        var asked = Stream.concat(Stream.of("label"), variables.stream().map(Question::name))
                .collect(Collectors.toSet());
        return new InstallationForm(
                setting.title(),
                setting.action(),
                setting.effect(),
                submission.id().toString(),
                submission.displayName(),
                setting.kind().name().toLowerCase(Locale.ROOT),
                purpose(setting.kind(), setting.protocols()),
                setting.protocols().stream()
                        .sorted()
                        .map(protocol -> protocol.name().toLowerCase(Locale.ROOT))
                        .toList(),
                question("label", "Application label", label, problems),
                variables,
                problems.stream()
                        .filter(problem -> !asked.contains(problem.field()))
                        .map(problem -> ProblemView.of(problem, submission.id()))
                        .toList());
    }

    private static String purpose(Instance.Kind kind, Set<Protocol> protocols) {
        var names = protocols.stream().sorted().map(Protocol::label).collect(Collectors.joining(" and "));
        return names + (kind == Instance.Kind.CURRENT ? ", as it is now" : ", as customers have it");
    }

    private static Question question(
            Configuration.Variable variable, Map<String, String> values, List<Problem> problems) {
        var name = String.valueOf(variable.name());
        return question(
                "variables." + name,
                Objects.requireNonNullElse(variable.label(), name),
                values.getOrDefault(name, ""),
                problems);
    }

    private static Question question(String name, String label, String value, List<Problem> problems) {
        var problem = problems.stream().filter(one -> one.field().equals(name)).findFirst();
        return new Question(
                FieldView.idOf(name),
                name,
                label,
                value,
                problem.map(Problem::message).orElse(null),
                problem.map(Problem::rule)
                        .filter(rule -> !rule.startsWith(name))
                        .orElse(""));
    }
}
