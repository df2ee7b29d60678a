package dev.oin.review;

import dev.oin.kernel.AccountId;
import dev.oin.kernel.IntegrationId;
import dev.oin.kernel.OrganizationId;
import dev.oin.kernel.Protocol;
import dev.oin.kernel.SubmissionId;
import dev.oin.submission.Configuration;
import dev.oin.submission.Content;
import dev.oin.submission.Logo;
import dev.oin.submission.Saml;
import dev.oin.submission.Scim;
import dev.oin.submission.Submission;
import dev.oin.submission.SubmissionKind;
import dev.oin.submission.SubmissionState;
import dev.oin.submission.TestInformation;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** A submission as it stands in a review. */
public final class SubmissionBuilder {

    public static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    private final OrganizationId organization = new OrganizationId(new UUID(0, 1));
    private final SubmissionId id = new SubmissionId(UUID.randomUUID());
    private Set<Protocol> protocols = Set.of(Protocol.SAML);
    private SubmissionState state = SubmissionState.INITIAL_REVIEW;
    private String description = "Keeps shifts in order. Managers plan a week in minutes.";
    private String hash = "hash-1";
    private int round = 1;
    private SubmissionKind kind = SubmissionKind.NEW;

    private SubmissionBuilder() {}

    public static SubmissionBuilder aSubmission() {
        return new SubmissionBuilder();
    }

    public SubmissionBuilder with(Protocol... chosen) {
        protocols = Set.of(chosen);
        return this;
    }

    public SubmissionBuilder in(SubmissionState other) {
        state = other;
        return this;
    }

    public SubmissionBuilder of(SubmissionKind other) {
        kind = other;
        return this;
    }

    public SubmissionBuilder describedAs(String text) {
        description = text;
        return this;
    }

    public SubmissionBuilder withHash(String other) {
        hash = other;
        return this;
    }

    public SubmissionBuilder inRound(int other) {
        round = other;
        return this;
    }

    public Submission build() {
        var catalog = new Configuration.Catalog(
                "Acme Shifts",
                description,
                List.of("Automation"),
                new Configuration.PublicSupport(null, "help@acme.test", null),
                null);
        var saml = new Saml(
                "https://acme.test/acs", List.of(), "urn:acme", List.of(), List.of(), "https://acme.test/saml-guide");
        var scim = new Scim(
                "https://acme.test/scim",
                null,
                Scim.AuthMode.BEARER,
                null,
                null,
                null,
                "https://acme.test/scim-guide",
                null,
                null);
        var configuration = new Configuration(
                catalog,
                List.of(),
                null,
                protocols.contains(Protocol.SAML) ? saml : null,
                protocols.contains(Protocol.SCIM) ? scim : null,
                null);
        var tests = new TestInformation(
                "https://acme.test",
                "isvtest@acme.test",
                "oin-support@acme.test",
                "Sign in.",
                null,
                new TestInformation.SamlTest(true, true, false, "https://acme.test/start", "Start."));
        var content =
                new Content(protocols, configuration, new Logo("0123456789abcdef", "image/png", 200, 200, 1200), tests);
        return new Submission(
                id,
                new IntegrationId(id.value()),
                organization,
                kind,
                state,
                content,
                hash,
                1,
                1,
                round,
                1,
                ada(),
                NOON,
                ada(),
                NOON,
                ada(),
                NOON);
    }

    public static AccountId ada() {
        return new AccountId(new UUID(0, 7));
    }
}
