package dev.oin.submission;

import dev.oin.kernel.Protocol;
import dev.oin.submission.SaveOutcome.Misfit;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What an update of a published integration leaves as it is (review-process 7). */
public final class UpdateLimits {

    /** Why most of a catalog-only update cannot be changed. */
    public static final String CATALOG_ONLY =
            "A catalog-only update changes the catalog properties, the logo and the support contact."
                    + " Discard it and start a functional update to change anything else.";

    private UpdateLimits() {}

    /**
     * Why the update must not become this content; empty where it may.
     *
     * @param published the protocols that customers have
     */
    static Optional<SaveOutcome> refusal(Submission update, Content wanted, Set<Protocol> published) {
        return switch (update.kind()) {
            case NEW -> Optional.empty();
            case FUNCTIONAL -> removedProtocols(published, wanted);
            case CATALOG ->
                ContentJson.hash(wanted).equals(ContentJson.hash(onlyCatalogOf(update.content(), wanted)))
                        ? Optional.empty()
                        : Optional.of(new SaveOutcome.Locked(CATALOG_ONLY));
        };
    }

    private static Optional<SaveOutcome> removedProtocols(Set<Protocol> published, Content wanted) {
        var removed = EnumSet.noneOf(Protocol.class);
        removed.addAll(published);
        removed.removeAll(wanted.protocols());
        var words = removed.stream().map(Protocol::label).collect(Collectors.joining(" and "));
        return removed.isEmpty()
                ? Optional.empty()
                : Optional.of(new SaveOutcome.Malformed(List.of(new Misfit(
                        "protocols",
                        "PR-8",
                        "Customers use %s, so an update cannot remove it. Select it again.".formatted(words),
                        Misfit.Kind.VALUE))));
    }

    private static Content onlyCatalogOf(Content now, Content wanted) {
        var page = now.configuration();
        var tests = now.testInformation();
        return new Content(
                now.protocols(),
                new Configuration(
                        wanted.configuration().catalog(),
                        page.variables(),
                        page.oidc(),
                        page.saml(),
                        page.scim(),
                        page.ul()),
                wanted.logo(),
                new TestInformation(
                        tests.accountUrl(),
                        tests.username(),
                        wanted.testInformation().supportContact(),
                        tests.instructions(),
                        tests.oidcTest(),
                        tests.samlTest()));
    }
}
