package dev.oin.review;

import dev.oin.egress.Capture;
import dev.oin.kernel.InstanceId;
import dev.oin.kernel.PersonId;
import dev.oin.sandbox.Instances;
import dev.oin.sandbox.People;
import dev.oin.sandbox.Person;
import dev.oin.sandbox.TeamInstances;
import dev.oin.sandbox.scim.Provisioned;
import dev.oin.sandbox.scim.Provisioning;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Removes what retired QAs made: tells the apps that a person left, outside any transaction, then removes person and instance. Any number of nodes may do so at once. */
@Component
class CleanUpQa {

    private static final Logger LOG = LoggerFactory.getLogger(CleanUpQa.class);
    private static final Duration LEASE = Duration.ofMinutes(5);
    private static final List<Duration> RETRIES = List.of(
            Duration.ofSeconds(30),
            Duration.ofMinutes(2),
            Duration.ofMinutes(10),
            Duration.ofMinutes(30),
            Duration.ofHours(2));

    private final QaMade made;
    private final People people;
    private final Instances instances;
    private final TeamInstances team;
    private final Provisioning provisioning;
    private final Clock clock;

    CleanUpQa(
            QaMade made,
            People people,
            Instances instances,
            TeamInstances team,
            Provisioning provisioning,
            Clock clock) {
        this.made = made;
        this.people = people;
        this.instances = instances;
        this.team = team;
        this.provisioning = provisioning;
        this.clock = clock;
    }

    void cleanDue() {
        for (var due = made.take(clock.instant(), LEASE); due.isPresent(); due = made.take(clock.instant(), LEASE)) {
            clean(due.get());
        }
    }

    private void clean(QaMade.Retired retired) {
        switch (retired.what()) {
            case INSTANCE -> {
                team.remove(new InstanceId(retired.thing()));
                made.cleaned(retired.thing());
            }
            case PERSON -> clean(retired, new PersonId(retired.thing()));
        }
    }

    private void clean(QaMade.Retired retired, PersonId id) {
        var person = people.find(id);
        if (person.isPresent() && !hasLeft(person.get())) {
            again(retired);
            return;
        }
        person.ifPresent(gone -> people.remove(id, gone.organization()));
        made.cleaned(retired.thing());
    }

    private boolean hasLeft(Person person) {
        return provisioning.appsOf(person.id()).stream()
                .flatMap(id -> instances.find(id).stream())
                .map(instance -> provisioning.left(instance, person, Capture.NONE))
                .toList()
                .stream()
                .allMatch(CleanUpQa::isOver);
    }

    /** Without credentials or the operation, asking again would change nothing. */
    private static boolean isOver(Provisioned told) {
        return switch (told) {
            case Provisioned.Done done -> true;
            case Provisioned.NotDeclared notDeclared -> true;
            case Provisioned.NotLinked notLinked -> true;
            case Provisioned.Incomplete nothingSent -> true;
            case Provisioned.Rejected rejected -> false;
            case Provisioned.NotReached(var reason, var configuration) -> configuration;
        };
    }

    private void again(QaMade.Retired retired) {
        if (retired.attempt() > RETRIES.size()) {
            LOG.error(
                    "The app of a QA person {} cannot be told that they left; they stay deactivated", retired.thing());
            made.cleaned(retired.thing());
            return;
        }
        made.again(retired.thing(), clock.instant().plus(RETRIES.get(retired.attempt() - 1)));
    }
}
