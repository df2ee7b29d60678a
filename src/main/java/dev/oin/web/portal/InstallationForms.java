package dev.oin.web.portal;

import dev.oin.kernel.Problem;
import dev.oin.kernel.Protocol;
import dev.oin.sandbox.Instance;
import dev.oin.sandbox.RequiredInstances;
import dev.oin.submission.Configuration;
import dev.oin.submission.Submission;
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

    InstallationForms(RequiredInstances required) {
        this.required = required;
    }

    /**
     * The questions.
     *
     * @param purpose what the instance is for, in words
     * @param other problems that are at no question
     */
    record InstallationForm(
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
        var name = content.configuration().catalog().displayName();
        var variables = content.configuration().variables().stream()
                .filter(variable -> variable.name() != null)
                .map(variable -> question(variable, values, problems))
                .toList();
        var asked = Stream.concat(Stream.of("label"), variables.stream().map(Question::name))
                .collect(Collectors.toSet());
        return new InstallationForm(
                submission.id().toString(),
                submission.displayName(),
                kind.name().toLowerCase(Locale.ROOT),
                purpose(kind, protocols),
                protocols.stream()
                        .sorted()
                        .map(protocol -> protocol.name().toLowerCase(Locale.ROOT))
                        .toList(),
                question(
                        "label",
                        "Application label",
                        label == null ? Objects.requireNonNullElse(name, "") : label,
                        problems),
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
