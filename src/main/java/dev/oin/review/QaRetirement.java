package dev.oin.review;

import dev.oin.kernel.SubmissionId;
import dev.oin.sandbox.People;
import dev.oin.sandbox.Person;
import dev.oin.sandbox.TeamInstances;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Turns off what was made for a QA, in our own tables only; apps are told by {@link CleanUpQa}. */
@Component
class QaRetirement implements RetireQa {

    private final QaMade made;
    private final TeamInstances instances;
    private final People people;
    private final Clock clock;

    QaRetirement(QaMade made, TeamInstances instances, People people, Clock clock) {
        this.made = made;
        this.instances = instances;
        this.people = people;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void retire(SubmissionId submission) {
        made.instances(submission).forEach(instances::turnOff);
        for (var id : made.people(submission)) {
            people.find(id).ifPresent(person -> people.turn(id, person.organization(), Person.Status.DEACTIVATED));
        }
        made.retire(submission, clock.instant());
    }
}
