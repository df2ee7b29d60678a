package dev.oin.submission;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oin.account.AccountFixture;
import dev.oin.account.Caller;
import dev.oin.account.StaffRole;
import dev.oin.kernel.Problem;
import dev.oin.kernel.SubmissionId;
import dev.oin.storage.database.OinSpringTest;
import dev.oin.vault.Secret;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestConstructor;

@OinSpringTest
@Import(AccountFixture.class)
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class SubmissionIT {

    private final AccountFixture accounts;
    private final CreateSubmission create;
    private final SaveProtocols protocols;
    private final SaveConfiguration configuration;
    private final SaveTestInformation testInformation;
    private final Submissions submissions;
    private final Versions versions;
    private final HandIn handIn;
    private final MoveSubmission moves;
    private final TestCredentials credentials;
    private final ValidateSubmission validation;
    private final Timeline timeline;
    private final JdbcClient client;

    private Caller owner;
    private SubmissionId id;

    SubmissionIT(
            AccountFixture accounts,
            CreateSubmission create,
            SaveProtocols protocols,
            SaveConfiguration configuration,
            SaveTestInformation testInformation,
            Submissions submissions,
            Versions versions,
            HandIn handIn,
            MoveSubmission moves,
            TestCredentials credentials,
            ValidateSubmission validation,
            Timeline timeline,
            JdbcClient client) {
        this.accounts = accounts;
        this.create = create;
        this.protocols = protocols;
        this.configuration = configuration;
        this.testInformation = testInformation;
        this.submissions = submissions;
        this.versions = versions;
        this.handIn = handIn;
        this.moves = moves;
        this.credentials = credentials;
        this.validation = validation;
        this.timeline = timeline;
        this.client = client;
    }

    @BeforeEach
    void draft() {
        owner = accounts.superAdmin().asCaller();
        var page = PageFixture.read("{\"protocols\":[\"OIDC\",\"SAML\",\"SCIM\",\"UNIVERSAL_LOGOUT\"]}");
        id = ((CreateSubmission.Outcome.Created) create.create(owner, page))
                .submission()
                .id();
        configure(PageFixture.pages());
        testInformation.save(owner, id, revision(), PageFixture.pages().testInformation());
    }

    @Test
    void each_effective_save_is_a_revision() {
        var before = revision();

        configure(PageFixture.pages());
        configure(PageFixture.pages().with("catalog.description", "\"Another.\""));

        assertThat(revision()).isEqualTo(before + 1);
        assertThat(client.sql("select count(*) from submission_revisions where submission = ?")
                        .param(id.value())
                        .query(Long.class)
                        .single())
                .isEqualTo(revision());
    }

    @Test
    void a_version_is_cut_when_the_content_differs_from_the_last() {
        var first = versions.cut(id, owner.account());
        var again = versions.cut(id, owner.account());
        configure(PageFixture.pages().with("catalog.description", "\"Another.\""));
        var second = versions.cut(id, owner.account());

        assertThat(first.number()).isEqualTo(1);
        assertThat(again).isEqualTo(first);
        assertThat(second.number()).isEqualTo(2);
        assertThat(second.hash()).isNotEqualTo(first.hash());
        assertThat(submissions.get(id).version()).isEqualTo(2);
        assertThat(versions.of(first.integration())).extracting(Version::number).containsExactly(2, 1);
    }

    @Test
    void the_old_value_back_restores_the_hash() {
        var hash = submissions.get(id).contentHash();

        configure(PageFixture.pages().with("catalog.description", "\"Another.\""));
        assertThat(submissions.get(id).contentHash()).isNotEqualTo(hash);
        configure(PageFixture.pages());

        assertThat(submissions.get(id).contentHash()).isEqualTo(hash);
    }

    @Test
    void handing_in_counts_a_round_once() {
        var version = handIn.handIn(id, owner.account());
        handIn.handIn(id, owner.account());
        moves.into(id, SubmissionState.INITIAL_REVIEW);
        handIn.handIn(id, owner.account());

        var submitted = submissions.get(id);
        assertThat(submitted.round()).isEqualTo(1);
        assertThat(submitted.submittedVersion()).isEqualTo(version.number());
        assertThat(submitted.submittedBy()).isEqualTo(owner.account());

        moves.into(id, SubmissionState.ISV_REVIEW);
        handIn.handIn(id, owner.account());

        assertThat(submissions.get(id).round()).isEqualTo(2);
        assertThat(timeline.of(id)).extracting(Timeline.Event::what).contains("CREATED", "VERSION_CUT", "SUBMITTED");
    }

    @Test
    void moving_does_not_change_the_revision() {
        var before = revision();

        moves.into(id, SubmissionState.INITIAL_REVIEW);
        moves.into(id, SubmissionState.INITIAL_REVIEW);

        assertThat(revision()).isEqualTo(before);
    }

    @Test
    void a_replaced_test_account_leaves_the_reviewed_version_as_it_is() {
        var version = handIn.handIn(id, owner.account());
        moves.into(id, SubmissionState.QA_TESTING);

        testInformation.save(owner, id, revision(), PageFixture.read("{\"username\":\"other\"}"));

        var replaced = submissions.get(id);
        assertThat(replaced.content().testInformation().username()).isEqualTo("other");
        assertThat(replaced.contentHash()).isEqualTo(version.hash());
        assertThat(versions.cut(id, owner.account())).isEqualTo(version);
    }

    @Test
    void a_password_is_shown_to_analysts_only_and_each_look_is_noted() {
        var analyst = accounts.staff(StaffRole.ANALYST).asCaller();

        assertThat(credentials.revealPassword(id, owner)).isEmpty();
        assertThat(credentials.revealPassword(id, analyst)).contains(new Secret("fixture password"));

        assertThat(timeline.of(id))
                .filteredOn(event -> event.what().equals("PASSWORD_REVEALED"))
                .singleElement()
                .satisfies(event -> assertThat(event.by()).isEqualTo(analyst.account()));
    }

    @Test
    void deleted_credentials_are_gone_from_every_version_and_must_be_entered_anew() {
        versions.cut(id, owner.account());

        credentials.delete(id);
        credentials.delete(id);

        assertThat(credentials.passwordOf(id)).isEqualTo(TestCredentials.Standing.DELETED);
        assertThat(credentials.scimClientSecret(id)).isEmpty();
        assertThat(submissions.get(id).content().testInformation().username()).isNull();
        assertThat(versions.of(submissions.get(id).integration()))
                .allSatisfy(version -> assertThat(
                                version.content().testInformation().username())
                        .isNull());
        assertThat(validation.problems(submissions.get(id)))
                .extracting(Problem::rule)
                .contains("X-11");
        assertThat(timeline.of(id))
                .filteredOn(event -> event.what().equals("CREDENTIALS_DELETED"))
                .hasSize(1);
    }

    @Test
    void a_draft_may_lose_a_protocol_that_was_never_published() {
        var outcome = protocols.save(owner, id, revision(), PageFixture.read("{\"protocols\":[\"OIDC\"]}"));

        assertThat(outcome).isInstanceOf(SaveOutcome.Saved.class);
        assertThat(submissions.get(id).content().configuration().saml()).isNull();
        assertThat(submissions.get(id).content().testInformation().samlTest().jit())
                .isNull();
    }

    @Test
    void another_organisations_id_finds_nothing() {
        var stranger = accounts.superAdmin();

        assertThat(submissions.find(id, stranger.organization())).isEmpty();
        assertThat(configuration.save(stranger.asCaller(), id, 1, PageFixture.read("{}")))
                .isEqualTo(new SaveOutcome.NotFound());
    }

    private void configure(PageFixture pages) {
        var outcome = configuration.save(owner, id, revision(), pages.configuration());

        assertThat(outcome).isInstanceOf(SaveOutcome.Saved.class);
    }

    private long revision() {
        return submissions.get(id).revision();
    }
}
