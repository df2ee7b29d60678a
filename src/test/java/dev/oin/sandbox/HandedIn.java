package dev.oin.sandbox;

import dev.oin.account.Caller;
import dev.oin.kernel.AccountId;
import dev.oin.kernel.IntegrationId;
import dev.oin.kernel.OrganizationId;
import dev.oin.kernel.SubmissionId;
import dev.oin.submission.Content;
import dev.oin.submission.Submission;
import dev.oin.submission.SubmissionKind;
import dev.oin.submission.SubmissionState;
import dev.oin.submission.Submissions;
import dev.oin.submission.TestCredentials;
import dev.oin.submission.Timeline;
import dev.oin.submission.Version;
import dev.oin.submission.Versions;
import dev.oin.vault.Secret;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** What ISVs hand in, kept in memory. */
public final class HandedIn {

    private static final Instant THEN = Instant.parse("2026-11-01T00:00:00Z");

    private final Map<SubmissionId, Submission> submissions = new ConcurrentHashMap<>();
    private final Map<SubmissionId, Secret> scimSecrets = new ConcurrentHashMap<>();

    /** A draft of the organisation with the content. */
    public Submission draft(OrganizationId organization, Content content) {
        return save(
                new SubmissionId(UUID.randomUUID()), new IntegrationId(UUID.randomUUID()), organization, content, 1);
    }

    /** The same submission with other content. */
    public Submission edit(Submission submission, Content content) {
        return save(
                submission.id(),
                submission.integration(),
                submission.organization(),
                content,
                submission.version() + 1);
    }

    private Submission save(
            SubmissionId id, IntegrationId integration, OrganizationId organization, Content content, int version) {
        var author = new AccountId(UUID.randomUUID());
        var submission = new Submission(
                id,
                integration,
                organization,
                SubmissionKind.NEW,
                SubmissionState.DRAFT,
                content,
                "hash-" + content.hashCode(),
                version,
                null,
                0,
                version,
                author,
                THEN,
                author,
                THEN,
                null,
                null);
        submissions.put(id, submission);
        return submission;
    }

    Submissions submissions() {
        return new Submissions() {

            @Override
            public Optional<Submission> find(SubmissionId id) {
                return Optional.ofNullable(submissions.get(id));
            }

            @Override
            public Optional<Submission> find(SubmissionId id, OrganizationId owner) {
                return find(id).filter(submission -> submission.organization().equals(owner));
            }

            @Override
            public Optional<Submission> newest(IntegrationId integration) {
                return submissions.values().stream()
                        .filter(submission -> submission.integration().equals(integration))
                        .max(Comparator.comparing(Submission::createdAt));
            }

            @Override
            public Submission get(SubmissionId id) {
                return find(id).orElseThrow();
            }
        };
    }

    Versions versions() {
        return new Versions() {

            @Override
            public Version cut(SubmissionId id, AccountId by) {
                return version(submissions.get(id));
            }

            @Override
            public Optional<Version> find(IntegrationId integration, int number) {
                return of(integration).stream()
                        .filter(version -> version.number() == number)
                        .findFirst();
            }

            @Override
            public List<Version> of(IntegrationId integration) {
                return submissions.values().stream()
                        .filter(submission -> submission.integration().equals(integration))
                        .map(HandedIn::version)
                        .toList();
            }
        };
    }

    Timeline timeline() {
        return new Timeline() {

            @Override
            public void record(Event event) {}

            @Override
            public List<Event> of(SubmissionId submission) {
                return List.of();
            }
        };
    }

    /** Enters the OAuth client secret for SCIM. */
    public void enterScimSecret(SubmissionId submission, String secret) {
        scimSecrets.put(submission, new Secret(secret));
    }

    TestCredentials secrets() {
        return new TestCredentials() {

            @Override
            public Standing passwordOf(SubmissionId submission) {
                return Standing.NEVER_ENTERED;
            }

            @Override
            public Optional<Secret> revealPassword(SubmissionId submission, Caller caller) {
                return Optional.empty();
            }

            @Override
            public Optional<Secret> scimClientSecret(SubmissionId submission) {
                return Optional.ofNullable(scimSecrets.get(submission));
            }

            @Override
            public void delete(SubmissionId submission) {
                scimSecrets.remove(submission);
            }
        };
    }

    private static Version version(Submission submission) {
        return new Version(
                submission.integration(),
                submission.version(),
                submission.id(),
                submission.contentHash(),
                submission.content(),
                submission.createdBy(),
                THEN);
    }
}
