package dev.oin.web.portal;

import dev.oin.kernel.Problem;
import dev.oin.kernel.SubmissionId;
import dev.oin.submission.Fields;
import dev.oin.submission.SaveOutcome;
import java.io.Serializable;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A problem as it stands at its field or in a list.
 *
 * @param link leads to the field
 * @param tone {@code error} for what is wrong, {@code warning}, or {@code undone} for what is still to be filled in
 */
record ProblemView(String field, String message, String rule, String link, String tone) implements Serializable {

    private static final Pattern FIELDS_OWN = Pattern.compile("[a-z][a-z0-9_.\\[\\]]*");

    /** Rules that ask for something, rather than find fault with what is there. */
    private static final Set<String> STILL_TO_DO = Set.of("PR-1", "PR-6", "X-1", "X-3", "X-5", "X-11");

    static ProblemView of(Problem problem, SubmissionId submission) {
        return new ProblemView(
                problem.field(),
                problem.message(),
                problem.rule(),
                link(problem.field(), submission),
                problem.isError() ? (isUndone(problem.rule()) ? "undone" : "error") : "warning");
    }

    static ProblemView of(SaveOutcome.Misfit misfit, SubmissionId submission) {
        return new ProblemView(
                misfit.field(), misfit.message(), misfit.rule(), link(misfit.field(), submission), "error");
    }

    /** Where the problem is put right. */
    static String link(String field, SubmissionId submission) {
        return "/submissions/%s/%s#%s"
                .formatted(submission, Fields.pageOf(field).path(), FieldView.idOf(field));
    }

    /** The rule's id, where it has one of its own rather than its field's. */
    public String id() {
        return FIELDS_OWN.matcher(rule).matches() ? "" : rule;
    }

    /** The part of the wizard in which the field stands: several fields have the same label. */
    public String where() {
        return Sections.nameOf(Sections.of(field));
    }

    boolean isWrong() {
        return tone.equals("error");
    }

    /** The drawing beside the words. */
    public String icon() {
        return switch (tone) {
            case "error" -> "cross-circle";
            case "warning" -> "warning";
            default -> "hollow";
        };
    }

    static boolean isUndone(String rule) {
        return rule.endsWith(".required") || STILL_TO_DO.contains(rule);
    }
}
