package dev.oin.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import dev.oin.kernel.AccountId;
import dev.oin.kernel.InstanceId;
import dev.oin.kernel.IntegrationId;
import dev.oin.kernel.OrganizationId;
import dev.oin.kernel.PersonId;
import dev.oin.kernel.Protocol;
import dev.oin.kernel.SubmissionId;
import dev.oin.sandbox.InstalledApp;
import dev.oin.sandbox.Instance;
import dev.oin.sandbox.Instances;
import dev.oin.sandbox.People;
import dev.oin.sandbox.Person;
import dev.oin.sandbox.SignOnSettings;
import dev.oin.sandbox.TeamInstances;
import dev.oin.sandbox.scim.Provisioned;
import dev.oin.sandbox.scim.Provisioning;
import dev.oin.storage.database.TestDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The queue in which an app is told that QA's people left. */
class CleanUpQaIT {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final SubmissionId SUBMISSION = new SubmissionId(new UUID(0, 1));
    private static final InstanceId INSTANCE = new InstanceId(new UUID(0, 2));
    private static final AccountId DANA = new AccountId(new UUID(0, 3));
    private static final OrganizationId ACME = new OrganizationId(new UUID(0, 4));
    private static final Person QUINN = new Person(
            new PersonId(new UUID(0, 5)),
            ACME,
            "Quinn",
            "Tester",
            "quinn@acme.test",
            Person.Status.DEACTIVATED,
            List.of(),
            null,
            NOW);

    private final QaMade made = new QaMade(JdbcClient.create(TestDatabase.fresh()));
    private final People people = mock(People.class);
    private final Instances instances = mock(Instances.class);
    private final TeamInstances team = mock(TeamInstances.class);
    private final Provisioning provisioning = mock(Provisioning.class);
    private final Instance instance = new Instance(
            INSTANCE,
            ACME,
            new IntegrationId(new UUID(0, 6)),
            SUBMISSION,
            Instance.Kind.CURRENT,
            1,
            "hash",
            "QA: Acme",
            Set.of(Protocol.SCIM),
            false,
            true,
            Map.of(),
            new InstalledApp("Acme", null, null, null, null),
            SignOnSettings.standard(),
            null,
            true,
            false,
            DANA,
            NOW,
            NOW);

    @BeforeEach
    void make() {
        made.add(SUBMISSION, INSTANCE, DANA, NOW);
        made.add(SUBMISSION, QUINN.id(), DANA, NOW);
        when(people.find(QUINN.id())).thenReturn(Optional.of(QUINN));
        when(instances.find(INSTANCE)).thenReturn(Optional.of(instance));
        when(provisioning.appsOf(QUINN.id())).thenReturn(List.of(INSTANCE));
    }

    @Test
    void nothing_is_removed_while_qa_goes_on() {
        cleanAt(NOW);

        verify(team, never()).remove(INSTANCE);
        verify(people, never()).remove(any(), any());
    }

    @Test
    void the_app_is_told_before_person_and_instance_are_removed() {
        answer(new Provisioned.Done("42"));
        made.retire(SUBMISSION, NOW);

        cleanAt(NOW);
        cleanAt(NOW.plus(Duration.ofDays(1)));

        verify(provisioning, times(1)).left(eq(instance), eq(QUINN), any());
        verify(people, times(1)).remove(QUINN.id(), ACME);
        verify(team, times(1)).remove(INSTANCE);
    }

    @Test
    void an_app_that_is_away_is_asked_again_and_its_instance_kept_until_then() {
        answer(new Provisioned.NotReached("no answer", false));
        made.retire(SUBMISSION, NOW);

        cleanAt(NOW);
        cleanAt(NOW.plusSeconds(29));
        verify(provisioning, times(1)).left(any(), any(), any());
        verify(team, never()).remove(INSTANCE);

        answer(new Provisioned.Done("42"));
        cleanAt(NOW.plusSeconds(31));
        verify(people).remove(QUINN.id(), ACME);
        verify(team).remove(INSTANCE);
    }

    @Test
    void an_app_that_never_answers_is_given_up() {
        answer(new Provisioned.Rejected("PATCH /Users/42", 500, "broken"));
        made.retire(SUBMISSION, NOW);

        for (int day = 0; day < 10; day++) {
            cleanAt(NOW.plus(Duration.ofDays(day)));
        }

        verify(provisioning, times(6)).left(any(), any(), any());
        verify(people, never()).remove(any(), any());
        verify(team).remove(INSTANCE);
    }

    @Test
    void results_on_a_retired_instance_can_be_told_apart() {
        assertThat(made.retired(SUBMISSION)).isEmpty();

        made.retire(SUBMISSION, NOW);
        made.retire(SUBMISSION, NOW.plusSeconds(60));

        assertThat(made.isMade(INSTANCE)).isTrue();
        assertThat(made.retired(SUBMISSION)).containsEntry(INSTANCE, NOW);
    }

    private void answer(Provisioned answer) {
        when(provisioning.left(any(), any(), any())).thenReturn(answer);
    }

    private void cleanAt(Instant now) {
        var clock = Clock.fixed(now, ZoneOffset.UTC);
        new CleanUpQa(made, people, instances, team, provisioning, clock).cleanDue();
    }
}
