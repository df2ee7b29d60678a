package dev.oin.review;

import static dev.oin.review.Desk.DANA;
import static dev.oin.review.Desk.NOW;
import static dev.oin.review.SubmissionBuilder.aSubmission;
import static org.assertj.core.api.Assertions.assertThat;

import dev.oin.kernel.IntegrationId;
import dev.oin.kernel.OrganizationId;
import dev.oin.kernel.Protocol;
import dev.oin.kernel.SubmissionId;
import dev.oin.storage.database.CountingDatabase;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class StatementsAtDeskIT {

    private final CountingDatabase database = new CountingDatabase();
    private final Desk desk = new Desk(aSubmission().build(), database.source());

    @Test
    void the_queue_asks_the_database_as_often_for_many_reviews_as_for_one() {
        fillQueue(1, 1);
        var forOne = queue();
        fillQueue(2, 60);

        assertThat(queue()).isEqualTo(forOne).isEqualTo(5);
    }

    @Test
    void the_workspace_asks_the_database_as_often_for_many_issues_as_for_one() {
        desk.open(ReviewPhase.INITIAL);
        fillWorkspace(1);
        var forOne = workspace();
        for (int more = 2; more <= 30; more++) {
            fillWorkspace(more);
        }

        assertThat(workspace()).isEqualTo(forOne);
    }

    private void fillQueue(int from, int to) {
        for (int number = from; number <= to; number++) {
            var subject = new ReviewItem.Subject(
                    new IntegrationId(new UUID(8, number)),
                    new OrganizationId(new UUID(9, number)),
                    "Acme " + number,
                    "Acme Shifts " + number,
                    1,
                    List.of(Protocol.SAML),
                    List.of("New"));
            desk.queue.add(new ReviewItem(
                    new SubmissionId(new UUID(7, number)),
                    ReviewPhase.INITIAL,
                    1,
                    null,
                    null,
                    NOW,
                    NOW.plus(Duration.ofHours(number)),
                    subject,
                    ReviewItem.Handover.NONE));
        }
    }

    private void fillWorkspace(int number) {
        var finding = new Finding("IR-LG-4", "logo", Issue.Severity.MUST_FIX, "Issue " + number);
        desk.discuss.raise(desk.id(), finding, DANA);
        desk.discuss.say(desk.id(), number, "Message " + number, DANA);
        desk.notes.add(desk.id(), "Note " + number, DANA);
    }

    /** As the page does: a page of items, the counts, who holds how much, who is away today and later. */
    private int queue() {
        return database.during(() -> {
            desk.queue.list(ReviewQueue.Filter.all(), 50, 0);
            desk.queue.counts(DANA.account(), NOW);
            desk.balance.loads();
            desk.absences.comingUp();
        });
    }

    private int workspace() {
        return database.during(
                () -> assertThat(desk.workspace.of(desk.id(), DANA)).isPresent());
    }
}
