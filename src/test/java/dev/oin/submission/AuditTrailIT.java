package dev.oin.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.oin.account.AccountFixture;
import dev.oin.account.Caller;
import dev.oin.account.StaffRole;
import dev.oin.kernel.SubmissionId;
import dev.oin.review.CatalogMails;
import dev.oin.storage.database.OinSpringTest;
import dev.oin.submission.AuditRecord.Kind;
import dev.oin.web.api.ApiClient;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestConstructor;

@OinSpringTest
@Import(AccountFixture.class)
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class AuditTrailIT {

    private final AccountFixture accounts;
    private final CreateSubmission create;
    private final SaveConfiguration configuration;
    private final SaveTestInformation testInformation;
    private final DeleteDraft delete;
    private final Submissions submissions;
    private final HandIn handIn;
    private final MoveSubmission moves;
    private final TestCredentials credentials;
    private final Timeline timeline;
    private final CatalogMails mails;
    private final AuditTrail audit;
    private final JdbcClient client;

    @LocalServerPort
    int port;

    private Caller owner;
    private Caller auditor;
    private String token;
    private SubmissionId id;

    AuditTrailIT(
            AccountFixture accounts,
            CreateSubmission create,
            SaveConfiguration configuration,
            SaveTestInformation testInformation,
            DeleteDraft delete,
            Submissions submissions,
            HandIn handIn,
            MoveSubmission moves,
            TestCredentials credentials,
            Timeline timeline,
            CatalogMails mails,
            AuditTrail audit,
            JdbcClient client) {
        this.accounts = accounts;
        this.create = create;
        this.configuration = configuration;
        this.testInformation = testInformation;
        this.delete = delete;
        this.submissions = submissions;
        this.handIn = handIn;
        this.moves = moves;
        this.credentials = credentials;
        this.timeline = timeline;
        this.mails = mails;
        this.audit = audit;
        this.client = client;
    }

    @BeforeEach
    void draft() {
        var account = accounts.superAdmin();
        owner = account.asCaller();
        token = accounts.token(account);
        auditor = accounts.staff(StaffRole.AUDITOR).asCaller();
        id = ((CreateSubmission.Outcome.Created) create.create(owner, PageFixture.read("{\"protocols\":[\"SAML\"]}")))
                .submission()
                .id();
    }

    /** What is done, and what it leaves in the record. */
    enum Action {
        CREATE(Kind.TRANSITION, "DRAFT", null, "DRAFT") {
            @Override
            void on(AuditTrailIT it) {}
        },
        EDIT(Kind.EDIT, "CONFIGURATION", "{}", "{\"catalog.description\":\"Another.\"}") {
            @Override
            void on(AuditTrailIT it) {
                it.save("{\"catalog\":{\"description\":\"Another.\"}}");
            }
        },
        ENTER_A_PASSWORD(Kind.EDIT, "SECRET", null, null) {
            @Override
            void on(AuditTrailIT it) {
                it.testAccount("{\"password\":\"canary-1\"}");
            }
        },
        ENTER_A_USERNAME(Kind.EDIT, "TEST_INFORMATION", "{}", "{\"test.username\":\"(not kept)\"}") {
            @Override
            void on(AuditTrailIT it) {
                it.testAccount("{\"username\":\"canary-2\"}");
            }
        },
        HAND_IN(Kind.EVENT, "SUBMITTED", null, null) {
            @Override
            void on(AuditTrailIT it) {
                it.handIn.handIn(it.id, it.owner.account());
            }
        },
        MOVE(Kind.TRANSITION, "INITIAL_REVIEW", "DRAFT", "INITIAL_REVIEW") {
            @Override
            void on(AuditTrailIT it) {
                it.moves.into(it.id, SubmissionState.INITIAL_REVIEW);
                it.moves.into(it.id, SubmissionState.INITIAL_REVIEW);
            }
        },
        DECIDE(Kind.DECISION, "INITIAL_PASSED", null, null) {
            @Override
            void on(AuditTrailIT it) {
                it.happens("INITIAL_PASSED");
            }
        },
        WAIVE(Kind.DECISION, "CHECK_WAIVED", null, null) {
            @Override
            void on(AuditTrailIT it) {
                it.happens("CHECK_WAIVED");
            }
        },
        MOVE_THE_DATE(Kind.EVENT, "EXPECTED_DATE_MOVED", null, null) {
            @Override
            void on(AuditTrailIT it) {
                it.happens("EXPECTED_DATE_MOVED");
            }
        },
        ROLL_BACK(Kind.DECISION, "ROLLED_BACK", null, null) {
            @Override
            void on(AuditTrailIT it) {
                it.happens("ROLLED_BACK");
            }
        },
        REVEAL(Kind.REVEAL, "PASSWORD_REVEALED", null, null) {
            @Override
            void on(AuditTrailIT it) {
                it.testAccount("{\"password\":\"canary-3\"}");
                it.credentials.revealPassword(
                        it.id, it.accounts.staff(StaffRole.ANALYST).asCaller());
            }
        },
        DELETE_CREDENTIALS(Kind.EVENT, "CREDENTIALS_DELETED", null, null) {
            @Override
            void on(AuditTrailIT it) {
                it.testAccount("{\"password\":\"canary-4\"}");
                it.credentials.delete(it.id);
            }
        },
        MAIL(Kind.MAIL, "M8", null, "@") {
            @Override
            void on(AuditTrailIT it) {
                it.mails.sendRetired(it.id, 1, "End of life.");
                it.mails.sendRetired(it.id, 1, "End of life.");
            }
        },
        DELETE(Kind.TRANSITION, "DELETED", "DRAFT", "DELETED") {
            @Override
            void on(AuditTrailIT it) {
                it.delete.delete(it.owner, it.id);
            }
        };

        private final Kind kind;
        private final String what;
        private final String was;
        private final String isNow;

        Action(Kind kind, String what, String was, String isNow) {
            this.kind = kind;
            this.what = what;
            this.was = was;
            this.isNow = isNow;
        }

        abstract void on(AuditTrailIT it);
    }

    @ParameterizedTest
    @EnumSource
    void each_action_leaves_one_record(Action action) {
        action.on(this);

        assertThat(audit.of(id, auditor))
                .filteredOn(
                        record -> record.kind() == action.kind && record.what().equals(action.what))
                .singleElement()
                .satisfies(record -> {
                    assertThat(record.was()).isEqualTo(action.was);
                    if (action.kind == Kind.MAIL) {
                        assertThat(record.isNow()).contains(action.isNow);
                    } else {
                        assertThat(record.isNow()).isEqualTo(action.isNow);
                    }
                });
        assertThat(audit.of(id, auditor).toString()).doesNotContain("canary");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update submission_audit set text = 'nothing'",
                "delete from submission_audit",
                "truncate submission_audit"
            })
    void the_database_refuses_to_change_what_is_recorded(String sql) {
        assertThatThrownBy(() -> client.sql(sql).update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("append-only");
    }

    @Test
    void the_isv_reads_its_own_record_and_nothing_of_the_teams_mails() {
        audit.mailed(id, "M12/team/x" + id, "M12", "New in the queue", List.of("dana@oin.test"), true);
        var stranger = new ApiClient(port, accounts.token(accounts.superAdmin()));

        var own = new ApiClient(port, token).get("/submissions/%s/audit".formatted(id));
        var foreign = stranger.get("/submissions/%s/audit".formatted(id));

        assertThat(own.status()).isEqualTo(200);
        assertThat(own.body()).contains("\"DRAFT\"").doesNotContain("dana@oin.test");
        assertThat(foreign.status()).isEqualTo(404);
        assertThat(audit.of(id, auditor)).extracting(AuditRecord::what).contains("M12");
    }

    private void save(String page) {
        configuration.save(owner, id, submissions.get(id).revision(), PageFixture.read(page));
    }

    private void testAccount(String page) {
        testInformation.save(owner, id, submissions.get(id).revision(), PageFixture.read(page));
    }

    private void happens(String what) {
        timeline.record(new Timeline.Event(id, what, what, "It happened.", owner.account(), null, Instant.EPOCH));
    }
}
