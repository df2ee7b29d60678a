package dev.oin.web.portal;

import dev.oin.checks.CheckRuns;
import dev.oin.checks.SuiteName;
import dev.oin.sandbox.Instance;
import dev.oin.sandbox.Instances;
import dev.oin.sandbox.TesterSlots;
import dev.oin.submission.Submission;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Says in numbers what a change of an instance costs, before it is made (testing-rules 3). */
@Component
class InstanceEffects {

    private final CheckRuns runs;
    private final Instances instances;
    private final TesterSlots slots;

    InstanceEffects(CheckRuns runs, Instances instances, TesterSlots slots) {
        this.runs = runs;
        this.instances = instances;
        this.slots = slots;
    }

    /** What an edit of settings or assignments costs. */
    String ofEdit(Instance instance) {
        var lost = results(instance);
        return lost == 0
                ? "The instance stays eligible. It has no results that an edit would remove."
                : "The instance stays eligible. %s removed; run all its tests again.".formatted(are(lost));
    }

    String ofDeactivation(Submission submission, Instance instance) {
        var slot = isInTester(submission, instance) ? "It leaves the tester. " : "";
        return slot
                + "It no longer counts as active (G-06, G-10, G-13), and nobody signs in to it. %s kept; they count again when you activate it, if nothing was edited and they are not older than 48 hours."
                        .formatted(are(results(instance)));
    }

    String ofDeletion(Instance instance) {
        return "The instance is deleted with %s; an entry in the timeline stays. Your app keeps what it was told about it."
                .formatted(count(results(instance)));
    }

    String ofRemoval(Instance instance) {
        return "Its name leaves the tester's cases, and %s removed."
                .formatted(are(testerResults(instance)).toLowerCase(Locale.ROOT));
    }

    /** What putting the instance into the tester costs; empty where nothing. */
    Optional<String> ofAdding(Submission submission, Instance instance) {
        return instance.singleSignOn()
                .flatMap(protocol -> slots.in(submission.id(), protocol, instance.kind()))
                .filter(taken -> !taken.equals(instance.id()))
                .flatMap(instances::find)
                .map(taken -> "It takes the place of \"%s\", whose tester results are removed: %d."
                        .formatted(taken.label(), testerResults(taken)));
    }

    boolean isInTester(Submission submission, Instance instance) {
        return instance.singleSignOn()
                .flatMap(protocol -> slots.in(submission.id(), protocol, instance.kind()))
                .filter(instance.id()::equals)
                .isPresent();
    }

    boolean hasResults(Instance instance) {
        return results(instance) > 0;
    }

    private int results(Instance instance) {
        return Stream.of(SuiteName.values())
                .mapToInt(suite ->
                        runs.latest(instance.id(), suite, instance.editedAt()).size())
                .sum();
    }

    private int testerResults(Instance instance) {
        return runs.latest(instance.id(), SuiteName.SUBMISSION_TESTER, instance.editedAt())
                .size();
    }

    private static String are(int results) {
        return results == 1 ? "Its 1 result is" : "Its %d results are".formatted(results);
    }

    private static String count(int results) {
        return results == 1 ? "its 1 result" : "its %d results".formatted(results);
    }
}
