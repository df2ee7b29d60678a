package dev.oin.submission;

import dev.oin.account.Caller;
import dev.oin.kernel.IntegrationId;
import dev.oin.kernel.SubmissionId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Starts a new integration from a version of another, or of one that was rejected; secrets are not taken along. */
@Component
public class CloneSubmission {

    private static final int LONGEST_NAME = 64;
    private static final String COPY_OF = "Copy of ";

    private final ReadSubmission reading;
    private final Versions versions;
    private final CreateSubmission create;
    private final Logos logos;

    CloneSubmission(ReadSubmission reading, Versions versions, CreateSubmission create, Logos logos) {
        this.reading = reading;
        this.versions = versions;
        this.create = create;
        this.logos = logos;
    }

    /** What came of it. */
    public sealed interface Outcome {

        /** As any other start of an integration. */
        record Done(CreateSubmission.Outcome created) implements Outcome {}

        /** There is no such submission or version for the caller. */
        record NotFound() implements Outcome {}
    }

    /** Copies the version with the number. */
    @Transactional
    public Outcome clone(Caller caller, SubmissionId id, int number) {
        return switch (reading.read(caller, id)) {
            case ReadSubmission.Reading.NotFound() -> new Outcome.NotFound();
            case ReadSubmission.Reading.Forbidden(var reason) ->
                new Outcome.Done(new CreateSubmission.Outcome.Forbidden(reason));
            case ReadSubmission.Reading.Found(var submission) ->
                versions.find(submission.integration(), number)
                        .<Outcome>map(version -> new Outcome.Done(copy(caller, submission, version.content())))
                        .orElseGet(Outcome.NotFound::new);
        };
    }

    private CreateSubmission.Outcome copy(Caller caller, Submission source, Content content) {
        if (!caller.isMemberOf(source.organization())) {
            return new CreateSubmission.Outcome.Forbidden("Members of the organization copy its integrations.");
        }
        return create.create(
                caller,
                integration -> new Content(
                        content.protocols(),
                        isClosed(source) ? content.configuration() : renamed(content.configuration()),
                        logo(source, integration, content.logo()),
                        content.testInformation()));
    }

    /** What was rejected and never published leaves its name to the next attempt. */
    private static boolean isClosed(Submission source) {
        return source.state() == SubmissionState.REJECTED && source.kind() == SubmissionKind.NEW;
    }

    private static Configuration renamed(Configuration page) {
        var catalog = page.catalog();
        var name = catalog.displayName() == null ? null : COPY_OF + catalog.displayName();
        return new Configuration(
                new Configuration.Catalog(
                        name == null || name.codePointCount(0, name.length()) <= LONGEST_NAME
                                ? name
                                : name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME))
                                        .strip(),
                        catalog.description(),
                        catalog.useCases(),
                        catalog.publicSupport(),
                        catalog.appWebsite()),
                page.variables(),
                page.oidc(),
                page.saml(),
                page.scim(),
                page.ul());
    }

    private @Nullable Logo logo(Submission source, IntegrationId copy, @Nullable Logo logo) {
        if (logo != null) {
            logos.find(source.integration(), logo).ifPresent(image -> logos.copy(copy, image.content()));
        }
        return logo;
    }
}
