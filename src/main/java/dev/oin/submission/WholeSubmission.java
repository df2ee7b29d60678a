package dev.oin.submission;

import dev.oin.kernel.Problem;
import dev.oin.submission.FieldValues.Located;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Validates the whole of pages 1 to 3 (PG-2); of a catalog-only update its catalog properties, as nothing else of it can change. */
@Component
class WholeSubmission implements ValidateSubmission {

    private static final Comparator<Problem> BY_PAGE = Comparator.comparing(problem -> sectionOf(problem.field()));

    private final Rulebook rules;
    private final SecretRows secrets;
    private final Backgrounds backgrounds;
    private final ObjectProvider<PublishedNames> published;

    WholeSubmission(
            Rulebook rules, SecretRows secrets, Backgrounds backgrounds, ObjectProvider<PublishedNames> published) {
        this.rules = rules;
        this.backgrounds = backgrounds;
        this.secrets = secrets;
        this.published = published;
    }

    @Override
    public List<Problem> problems(Submission submission) {
        var standings = secrets.standings(submission.id());
        var password = standings.getOrDefault(SecretRows.PASSWORD, TestCredentials.Standing.NEVER_ENTERED);
        var problems = new ArrayList<>(problems(
                rules,
                submission.content(),
                backgrounds.of(submission.integration()),
                SecretRows.present(standings),
                password));
        nameTaken(submission).ifPresent(problems::add);
        problems.sort(BY_PAGE);
        return thatCount(submission.kind(), problems);
    }

    /** Of a catalog-only update, only the catalog properties count: nothing else of it can change. */
    static List<Problem> thatCount(SubmissionKind kind, List<Problem> problems) {
        return problems.stream()
                .filter(problem -> kind != SubmissionKind.CATALOG || sectionOf(problem.field()) == Section.CATALOG)
                .toList();
    }

    /** All that can be said without looking at other submissions. */
    static List<Problem> problems(
            Rulebook rules,
            Content saved,
            Background background,
            Set<String> secretsThere,
            TestCredentials.Standing password) {
        var content = saved.begun();
        var values = new FieldValues(content);
        var problems = new ArrayList<Problem>();
        for (var field : Fields.all()) {
            if (field.section().appliesTo(content)) {
                problems.addAll(of(rules, field, values, content, background, secretsThere, password));
            }
        }
        problems.addAll(CrossRules.problems(content, values));
        problems.addAll(rules.variables().problems(content, values, background));
        problems.sort(BY_PAGE);
        return problems;
    }

    private static List<Problem> of(
            Rulebook rules,
            Field field,
            FieldValues values,
            Content content,
            Background background,
            Set<String> secretsThere,
            TestCredentials.Standing password) {
        return switch (field.format()) {
            case SECRET ->
                secretsThere.contains(field.key()) || !field.need().isRequiredIn(content)
                        ? List.of()
                        : List.of(secret(field, password));
            case IMAGE -> content.logo() == null ? List.of(FieldRules.missing(field, field.key())) : List.of();
            default ->
                values.of(field).stream()
                        .map((Located value) -> rules.fields().check(field, value, content, background))
                        .flatMap(Optional::stream)
                        .toList();
        };
    }

    private static Problem secret(Field field, TestCredentials.Standing password) {
        return field.key().equals(SecretRows.PASSWORD) && password == TestCredentials.Standing.DELETED
                ? Problem.error(field.key(), "X-11", "Enter new test account details before you resubmit.")
                : FieldRules.missing(field, field.key());
    }

    private Optional<Problem> nameTaken(Submission submission) {
        var name = submission.content().configuration().catalog().displayName();
        var names = published.getIfAvailable();
        if (name == null || names == null) {
            return Optional.empty();
        }
        return names.ownerOf(name)
                .filter(owner -> !owner.equals(submission.integration()))
                .map(other -> Problem.error(
                        "display_name",
                        "display_name.unique",
                        "There is an integration named \"%s\" in the catalog already.".formatted(name)));
    }

    private static Section sectionOf(String field) {
        return Fields.find(field)
                .map(Field::section)
                .or(() -> Fields.list(field).map(FieldList::section))
                .orElse(Section.PROTOCOLS);
    }
}
