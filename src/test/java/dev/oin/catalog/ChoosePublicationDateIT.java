package dev.oin.catalog;

import static dev.oin.review.SubmissionBuilder.aSubmission;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.oin.account.Caller;
import dev.oin.account.MemberRole;
import dev.oin.kernel.AccountId;
import dev.oin.kernel.OrganizationId;
import dev.oin.review.BusinessCalendar;
import dev.oin.review.DeskAnswer;
import dev.oin.storage.database.TestDatabase;
import dev.oin.submission.Submission;
import dev.oin.submission.SubmissionMoved;
import dev.oin.submission.SubmissionState;
import dev.oin.submission.Submissions;
import dev.oin.submission.Timeline;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class ChoosePublicationDateIT {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final LocalDate DAY = LocalDate.of(2026, 12, 1);

    private final Submissions submissions = mock(Submissions.class);
    private final Timeline timeline = mock(Timeline.class);
    private final List<Optional<Instant>> told = new ArrayList<>();
    private final JdbcClient client = JdbcClient.create(TestDatabase.fresh());
    private final PublicationDateRows dates = new PublicationDateRows(client);
    private final ChoosePublicationDate choose = new ChoosePublicationDate(
            submissions,
            dates,
            (submission, at) -> told.add(Optional.ofNullable(at)),
            new BusinessCalendar(BERLIN, LocalTime.of(17, 0), Set.of()),
            new CatalogProperties(LocalTime.of(9, 0), Period.ofDays(365)),
            timeline,
            Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"), ZoneOffset.UTC));

    @ParameterizedTest
    @CsvSource({
        "2026-12-01, 2026-12-01T08:00:00Z",
        "2027-03-27, 2027-03-27T08:00:00Z",
        "2027-03-28, 2027-03-28T07:00:00Z",
        "2027-10-30, 2027-10-30T07:00:00Z",
        "2027-10-31, 2027-10-31T08:00:00Z"
    })
    void the_day_begins_at_the_same_hour_of_the_team_on_both_sides_of_a_clock_change(LocalDate day, Instant expected) {
        var submission = known(SubmissionState.QA_TESTING);

        var answer = choose.choose(submission.id(), day, member(submission.organization(), MemberRole.SUPER_ADMIN));

        assertThat(answer).isEqualTo(new DeskAnswer.Done());
        assertThat(told).containsExactly(Optional.of(expected));
        assertThat(choose.of(submission.id())).contains(new PublicationDate(submission.id(), day, expected));
    }

    @Test
    void at_once_forgets_the_day_and_its_name() {
        var submission = known(SubmissionState.PUBLISHING);
        var ada = member(submission.organization(), MemberRole.SUPER_ADMIN);
        choose.choose(submission.id(), DAY, ada);
        dates.reserve(submission.id(), "Acme Shifts");

        choose.choose(submission.id(), null, ada);

        assertThat(told).endsWith(Optional.empty());
        assertThat(choose.of(submission.id())).isEmpty();
        assertThat(dates.ownerOf("acme SHIFTS")).isEmpty();
    }

    @Test
    void a_name_is_kept_until_its_day() {
        var submission = known(SubmissionState.PUBLISHING);
        choose.choose(submission.id(), DAY, member(submission.organization(), MemberRole.SUPER_ADMIN));

        dates.reserve(submission.id(), "Acme Shifts");

        assertThat(dates.ownerOf("acme SHIFTS ")).contains(submission.integration());
    }

    @ParameterizedTest
    @CsvSource({"WITHDRAWN, true", "REJECTED, true", "ISV_FIX, false"})
    void a_name_is_kept_no_longer_for_what_was_withdrawn_or_rejected(SubmissionState state, boolean isFree) {
        var submission = known(SubmissionState.PUBLISHING);
        choose.choose(submission.id(), DAY, member(submission.organization(), MemberRole.SUPER_ADMIN));
        dates.reserve(submission.id(), "Acme Shifts");
        var names = new NamesInCatalog(new CatalogRows(client), dates);

        names.on(new SubmissionMoved(submission.id(), state));

        assertThat(names.ownerOf("Acme Shifts").isEmpty()).isEqualTo(isFree);
        assertThat(choose.of(submission.id())).isPresent();
    }

    @ParameterizedTest
    @CsvSource({"2026-11-24", "2026-11-01", "2027-11-25"})
    void only_days_from_tomorrow_to_the_latest_can_be_chosen(LocalDate day) {
        var submission = known(SubmissionState.QA_TESTING);

        var answer = choose.choose(submission.id(), day, member(submission.organization(), MemberRole.SUPER_ADMIN));

        assertThat(answer).isInstanceOf(DeskAnswer.Conflict.class);
        assertThat(told).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = SubmissionState.class,
            names = {"PUBLISHED", "REJECTED", "RETIRED"})
    void what_ended_has_no_date_to_choose(SubmissionState state) {
        var submission = known(state);

        var answer = choose.choose(submission.id(), DAY, member(submission.organization(), MemberRole.SUPER_ADMIN));

        assertThat(answer).isInstanceOf(DeskAnswer.Conflict.class);
        assertThat(told).isEmpty();
    }

    @Test
    void another_organisation_learns_nothing_and_a_reader_changes_nothing() {
        var submission = known(SubmissionState.QA_TESTING);

        var foreign =
                choose.choose(submission.id(), DAY, member(new OrganizationId(new UUID(9, 9)), MemberRole.SUPER_ADMIN));
        var reader = choose.choose(submission.id(), DAY, member(submission.organization(), MemberRole.READ_ONLY));

        assertThat(foreign).isEqualTo(new DeskAnswer.Unknown());
        assertThat(reader).isInstanceOf(DeskAnswer.Forbidden.class);
        assertThat(told).isEmpty();
    }

    private Submission known(SubmissionState state) {
        var submission = aSubmission().in(state).build();
        when(submissions.find(any(), any())).thenReturn(Optional.empty());
        when(submissions.find(submission.id(), submission.organization())).thenReturn(Optional.of(submission));
        return submission;
    }

    private static Caller member(OrganizationId organization, MemberRole role) {
        return new Caller(new AccountId(new UUID(0, 1)), "ada@acme.test", "Ada", organization, Set.of(role), Set.of());
    }
}
