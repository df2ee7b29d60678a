package dev.oin.submission;

import dev.oin.egress.AddressRules;
import dev.oin.kernel.Problem;
import dev.oin.submission.SaveOutcome.Misfit;
import dev.oin.submission.expression.Expressions;
import java.util.List;
import java.util.Set;

/** Says of a manifest what the product would say, by the same rules, without a running one. */
public final class LintManifest {

    private static final Set<String> SECRETS = Set.of(SecretRows.PASSWORD, SecretRows.CLIENT_SECRET);
    private static final Logo SOME_LOGO = new Logo("", "image/png", 200, 200, 0);

    private final Rulebook rules;

    /**
     * By the rules of a product.
     *
     * @param allowed what its operator allows besides public https addresses, as {@code oin.egress.allow}
     */
    public LintManifest(List<String> allowed) {
        var expressions = new Expressions();
        var urls = new UrlRule(AddressRules.withoutNetwork(allowed));
        this.rules =
                new Rulebook(new FieldRules(new AddressRule(expressions, urls), urls), new VariableRules(expressions));
    }

    /**
     * What is wrong with a manifest.
     *
     * @param misfits why it would be refused; where there are any, the problems were not looked for
     * @param problems what would be saved and listed
     */
    public record Report(List<Misfit> misfits, List<Problem> problems) {

        /** Whether anything would stop the submission. */
        public boolean hasErrors() {
            return problems.stream().anyMatch(Problem::isError);
        }
    }

    /** Looks at the text. Secrets are elsewhere, so they count as entered; so does a logo that is left out. */
    public Report lint(byte[] text, ManifestText.Form form) {
        return switch (ManifestText.read(text, form)) {
            case ManifestText.Reading.Unreadable(var reason) ->
                new Report(List.of(new Misfit("", "unreadable", reason, Misfit.Kind.SHAPE)), List.of());
            case ManifestText.Reading.Document(var document) -> {
                var checked = ManifestShape.check(document);
                yield checked.misfits().isEmpty()
                        ? new Report(List.of(), problems(checked))
                        : new Report(checked.misfits(), List.of());
            }
        };
    }

    private List<Problem> problems(ManifestShape.Checked checked) {
        var content = checked.content();
        var logo = switch (checked.logo()) {
            case ManifestLogo.Removed() -> null;
            case ManifestLogo.Kept() -> SOME_LOGO;
            case ManifestLogo.Image image -> SOME_LOGO;
        };
        var whole = new Content(content.protocols(), content.configuration(), logo, content.testInformation());
        var problems =
                WholeSubmission.problems(rules, whole, Background.NONE, SECRETS, TestCredentials.Standing.PRESENT);
        return WholeSubmission.thatCount(checked.kind(), problems);
    }
}
