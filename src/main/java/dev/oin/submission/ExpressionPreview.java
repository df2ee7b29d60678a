package dev.oin.submission;

import dev.oin.submission.expression.Evaluation;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * What one field's expression comes to at several customers.
 *
 * @param key the field's key, with the row's number
 * @param variables the names that it uses
 * @param undeclared those of them that the integration does not have
 * @param cases one for each customer; one alone where the expression is the same for all or cannot be read
 */
public record ExpressionPreview(
        String key,
        String label,
        String text,
        SortedSet<String> variables,
        SortedSet<String> undeclared,
        List<Case> cases) {

    public ExpressionPreview {
        cases = List.copyOf(cases);
    }

    /**
     * The value at one customer.
     *
     * @param who which customer, in words
     * @param objection why an instance could not be made there; null where it could
     */
    public record Case(
            String who, Evaluation evaluation, @Nullable String objection) {}

    /** Why there is no value anywhere, if the expression cannot be read. */
    public Optional<Evaluation.Fault> fault() {
        return cases.stream()
                .map(Case::evaluation)
                .filter(evaluation -> cases.size() == 1 && evaluation instanceof Evaluation.Fault)
                .map(Evaluation.Fault.class::cast)
                .findFirst();
    }
}
