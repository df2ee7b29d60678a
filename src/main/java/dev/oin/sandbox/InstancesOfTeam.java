package dev.oin.sandbox;

import dev.oin.kernel.InstanceId;
import dev.oin.kernel.PersonId;
import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Changes held instances on behalf of the team, and tells what happened inside the transaction. */
@Component
class InstancesOfTeam implements TeamInstances {

    private final InstanceRows rows;
    private final AssignmentRows assignments;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    InstancesOfTeam(InstanceRows rows, AssignmentRows assignments, ApplicationEventPublisher events, Clock clock) {
        this.rows = rows;
        this.assignments = assignments;
        this.events = events;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void assign(InstanceId instance, PersonId person) {
        assignments.assignForTeam(instance, person);
    }

    @Override
    @Transactional
    public void turnOff(InstanceId id) {
        rows.findForUpdate(id).filter(Instance::active).ifPresent(instance -> {
            rows.update(InstanceEdits.of(instance).active(false).at(clock.instant()));
            events.publishEvent(new InstanceEvent.InstanceDeactivated(id));
        });
    }

    @Override
    @Transactional
    public void remove(InstanceId id) {
        rows.findForUpdate(id).ifPresent(instance -> {
            rows.remove(id);
            events.publishEvent(new InstanceEvent.InstanceDeleted(id, instance.submission()));
        });
    }
}
