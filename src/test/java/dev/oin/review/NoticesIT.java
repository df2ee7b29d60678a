package dev.oin.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oin.account.Caller;
import dev.oin.account.MemberRole;
import dev.oin.account.StaffRole;
import dev.oin.kernel.AccountId;
import dev.oin.kernel.OrganizationId;
import dev.oin.storage.database.TestDatabase;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class NoticesIT {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final UUID ACME = new UUID(1, 1);
    private static final UUID OTHER = new UUID(1, 2);
    private static final UUID ADA = new UUID(2, 1);
    private static final UUID DANA = new UUID(2, 2);
    private static final UUID SUBMISSION = new UUID(3, 1);

    private final JdbcClient client = JdbcClient.create(TestDatabase.fresh());
    private final Notices notices = new Notices(client, Clock.fixed(NOW, ZoneOffset.UTC));
    private final Caller ada = new Caller(
            new AccountId(ADA),
            "ada@acme.test",
            "Ada",
            new OrganizationId(ACME),
            Set.of(MemberRole.SUPER_ADMIN),
            Set.of());
    private final Caller dana =
            new Caller(new AccountId(DANA), "dana@oin.test", "Dana", null, Set.of(), Set.of(StaffRole.ANALYST));
    private int count;

    @Test
    void a_member_hears_what_others_did_to_the_own_organisations_submissions() {
        happened(ACME, "DECISION", "ISSUES_SENT", DANA, false);
        happened(ACME, "EVENT", "SUBMITTED", ADA, false);
        happened(ACME, "EDIT", "CONFIGURATION", DANA, false);
        happened(ACME, "EVENT", "NOTE", DANA, true);
        happened(OTHER, "DECISION", "ISSUES_SENT", DANA, false);

        assertThat(notices.unread(ada)).isEqualTo(1);
        assertThat(notices.latest(ada, 10)).singleElement().satisfies(notice -> {
            assertThat(notice.text()).isEqualTo("ISSUES_SENT happened.");
            assertThat(notice.unread()).isTrue();
        });
    }

    @Test
    void a_reviewer_hears_of_what_is_held_and_of_nothing_else() {
        happened(ACME, "EVENT", "REPLIED", ADA, false);
        assertThat(notices.unread(dana)).isZero();

        client.sql("insert into decisions (id, submission, phase, round, outcome, note, decided_by, decided_at, taken)"
                        + " values (?, ?, 'INITIAL', 1, 'RETURN', '', ?, now(), true)")
                .params(new UUID(4, 1), SUBMISSION, DANA)
                .update();

        assertThat(notices.unread(dana)).isEqualTo(1);
    }

    @Test
    void reading_one_or_all_lowers_the_count_of_that_person_only() {
        happened(ACME, "DECISION", "ISSUES_SENT", DANA, false);
        happened(ACME, "DECISION", "INITIAL_PASSED", DANA, false);
        var bob = new Caller(
                new AccountId(new UUID(2, 3)),
                "bob@acme.test",
                "Bob",
                new OrganizationId(ACME),
                Set.of(MemberRole.READ_ONLY),
                Set.of());

        notices.read(ada.account(), notices.latest(ada, 1).getFirst().id());
        assertThat(notices.unread(ada)).isEqualTo(1);
        notices.readAll(ada.account());

        assertThat(notices.unread(ada)).isZero();
        assertThat(notices.latest(ada, 10)).hasSize(2).noneMatch(Notices.Notice::unread);
        assertThat(notices.unread(bob)).isEqualTo(2);
    }

    private void happened(UUID organization, String kind, String what, UUID by, boolean teamOnly) {
        count++;
        client.sql("""
                        insert into submission_audit (id, key, at, submission, organization, integration, kind, what, text, actor, actor_name, team_only)
                        values (:id, :key, :at, :submission, :organization, 'Acme HR', :kind, :what, :text, :by, 'Dana', :teamOnly)""")
                .param("id", new UUID(5, count))
                .param("key", "k" + count)
                .param("at", Timestamp.from(NOW.minusSeconds(60L - count)))
                .param("submission", SUBMISSION)
                .param("organization", organization)
                .param("kind", kind)
                .param("what", what)
                .param("text", what + " happened.")
                .param("by", by)
                .param("teamOnly", teamOnly)
                .update();
    }
}
