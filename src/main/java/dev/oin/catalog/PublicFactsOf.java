package dev.oin.catalog;

import dev.oin.account.Organizations;
import dev.oin.catalog.PublicFacts.Guide;
import dev.oin.catalog.PublicFacts.KnownException;
import dev.oin.catalog.PublicFacts.Proof;
import dev.oin.catalog.PublicFacts.PublicLogo;
import dev.oin.catalog.PublicFacts.Support;
import dev.oin.checks.Check;
import dev.oin.checks.CheckReport;
import dev.oin.checks.CheckRun;
import dev.oin.checks.CheckRuns;
import dev.oin.checks.Suites;
import dev.oin.checks.Verdict;
import dev.oin.kernel.Protocol;
import dev.oin.review.QaFindings;
import dev.oin.review.WaiveCheck;
import dev.oin.submission.Configuration;
import dev.oin.submission.Content;
import dev.oin.submission.Saml;
import dev.oin.submission.Scim;
import dev.oin.submission.Submission;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes the public fields out of a submitted version, one by one. */
@Component
class PublicFactsOf {

    private final Organizations organizations;
    private final QaFindings qa;
    private final CheckRuns runs;
    private final WaiveCheck waivers;
    private final Suites suites;
    private final Clock clock;

    PublicFactsOf(
            Organizations organizations,
            QaFindings qa,
            CheckRuns runs,
            WaiveCheck waivers,
            Suites suites,
            Clock clock) {
        this.organizations = organizations;
        this.qa = qa;
        this.runs = runs;
        this.waivers = waivers;
        this.suites = suites;
        this.clock = clock;
    }

    PublicFacts of(Submission submission, Content content) {
        var company = organizations.get(submission.organization());
        var catalog = content.configuration().catalog();
        var support = catalog.publicSupport();
        var logo = content.logo();
        return new PublicFacts(
                Objects.requireNonNullElse(catalog.displayName(), "Untitled integration"),
                Objects.requireNonNullElse(catalog.description(), ""),
                company.name(),
                company.verifiedDomains().stream().sorted().toList(),
                content.protocols(),
                catalog.useCases(),
                categories(content),
                signOn(content),
                provisioning(content),
                logout(content),
                guides(content.configuration()),
                new Support(support.link(), support.email(), support.phone()),
                catalog.appWebsite(),
                logo == null
                        ? null
                        : new PublicLogo(logo.hash(), logo.mediaType(), logo.width(), logo.height(), logo.bytes()),
                proofs(submission),
                exceptions(submission));
    }

    private static List<String> categories(Content content) {
        var categories = new ArrayList<String>();
        if (!content.singleSignOn().isEmpty()) {
            categories.add("Single Sign-On");
        }
        if (content.has(Protocol.SCIM)) {
            categories.add("Lifecycle Management");
        }
        return categories;
    }

    private static List<String> signOn(Content content) {
        return content.singleSignOn().stream()
                .sorted()
                .map(protocol -> "%s, %s".formatted(protocol.label(), flows(content, protocol)))
                .toList();
    }

    private static String flows(Content content, Protocol protocol) {
        var tests = content.testInformation().samlTest();
        var oidc = content.configuration().oidc();
        var fromDashboard = protocol == Protocol.SAML
                ? Boolean.TRUE.equals(tests.idp())
                : oidc != null && oidc.initiateLoginUri() != null;
        var fromApp = protocol == Protocol.OIDC || Boolean.TRUE.equals(tests.sp());
        return fromDashboard && fromApp ? "from dashboard and app" : fromDashboard ? "from dashboard" : "from the app";
    }

    private static List<String> provisioning(Content content) {
        var scim = content.configuration().scim();
        if (scim == null || !content.has(Protocol.SCIM)) {
            return List.of();
        }
        var operations = new ArrayList<String>();
        scim.userOps().forEach(operation -> operations.add("users: " + words(operation)));
        scim.groupOps().forEach(operation -> operations.add("groups: " + words(operation)));
        return operations;
    }

    private static String words(Enum<?> operation) {
        return operation.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static @Nullable String logout(Content content) {
        var logout = content.configuration().ul();
        if (logout == null || !content.has(Protocol.UNIVERSAL_LOGOUT)) {
            return null;
        }
        return logout.partial()
                ? "Universal Logout, partial: open sessions end with their access token"
                : "Universal Logout";
    }

    static List<Guide> guides(Configuration configuration) {
        var guides = new ArrayList<Guide>();
        add(guides, "OIDC", Optional.ofNullable(configuration.oidc()).map(Configuration.Oidc::configGuideUrl));
        add(guides, "SAML", Optional.ofNullable(configuration.saml()).map(Saml::configGuideUrl));
        add(guides, "SCIM", Optional.ofNullable(configuration.scim()).map(Scim::configGuideUrl));
        return guides;
    }

    private static void add(List<Guide> guides, String label, Optional<String> url) {
        url.filter(address -> !address.isBlank()).ifPresent(address -> guides.add(new Guide(label, address)));
    }

    private List<Proof> proofs(Submission submission) {
        return qa.latestRuns(submission).stream()
                .filter(run -> Objects.equals(run.version(), submission.submittedVersion()))
                .map(CheckRun::id)
                .map(runs::report)
                .flatMap(Optional::stream)
                .filter(report -> report.run().finishedAt() != null)
                .map(PublicFactsOf::proof)
                .toList();
    }

    private static Proof proof(CheckReport report) {
        var applicable = report.results().stream()
                .map(result -> result.outcome().verdict())
                .filter(verdict -> verdict != Verdict.NOT_APPLICABLE)
                .toList();
        var passed = applicable.stream().filter(Verdict::isGoodEnoughToSubmit).count();
        return new Proof(
                report.run().suite().label(),
                (int) passed,
                applicable.size(),
                Objects.requireNonNull(report.run().finishedAt()));
    }

    private @Nullable String titleOf(String check) {
        return suites.all().stream()
                .flatMap(suite -> suite.checks().stream())
                .filter(one -> one.id().value().equals(check))
                .map(Check::title)
                .findFirst()
                .orElse(null);
    }

    private List<KnownException> exceptions(Submission submission) {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return waivers.of(submission.id()).stream()
                .filter(waiver -> waiver.isValid(today))
                .map(waiver ->
                        new KnownException(waiver.check(), titleOf(waiver.check()), waiver.reason(), waiver.until()))
                .toList();
    }
}
