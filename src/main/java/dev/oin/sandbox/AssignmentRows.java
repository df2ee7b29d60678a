package dev.oin.sandbox;

import dev.oin.kernel.InstanceId;
import dev.oin.kernel.OrganizationId;
import dev.oin.kernel.PersonId;
import dev.oin.kernel.RunId;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The table of assignments. */
@Repository
class AssignmentRows implements Assignments {

    private final JdbcClient client;
    private final InstanceRows instances;
    private final PersonRows people;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AssignmentRows(
            JdbcClient client,
            InstanceRows instances,
            PersonRows people,
            ApplicationEventPublisher events,
            Clock clock) {
        this.client = client;
        this.instances = instances;
        this.people = people;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public List<Person> of(InstanceId instance) {
        return client.sql("""
                        select p.* from sandbox_people p join sandbox_assignments a on a.person = p.id
                        where a.instance = :instance and a.made_for_run is null order by a.assigned_at, p.id""")
                .param("instance", instance.value())
                .query(PersonRows::person)
                .list();
    }

    @Override
    @Transactional
    public boolean assign(InstanceId instance, PersonId person, OrganizationId owner) {
        if (!mayChange(instance, person, owner)) {
            return false;
        }
        if (insert(instance, person, null)) {
            events.publishEvent(new InstanceEvent.InstanceEdited(instance));
        }
        return true;
    }

    @Override
    @Transactional
    public boolean unassign(InstanceId instance, PersonId person, OrganizationId owner) {
        if (!mayChange(instance, person, owner)) {
            return false;
        }
        var removed = client.sql("delete from sandbox_assignments where instance = :instance and person = :person")
                .param("instance", instance.value())
                .param("person", person.value())
                .update();
        if (removed > 0) {
            events.publishEvent(new InstanceEvent.InstanceEdited(instance));
        }
        return true;
    }

    private boolean mayChange(InstanceId instance, PersonId person, OrganizationId owner) {
        var found = instances.find(instance).filter(one -> one.organization().equals(owner) && !one.held());
        return found.isPresent()
                && people.find(person)
                        .filter(one -> one.organization().equals(owner))
                        .isPresent();
    }

    @Override
    @Transactional
    public void assignForRun(InstanceId instance, PersonId person, RunId run) {
        insert(instance, person, run);
    }

    void assignForTeam(InstanceId instance, PersonId person) {
        insert(instance, person, null);
    }

    private boolean insert(InstanceId instance, PersonId person, @Nullable RunId run) {
        return client.sql("""
                        insert into sandbox_assignments (instance, person, made_for_run, assigned_at)
                        values (:instance, :person, :run, :at) on conflict do nothing""")
                        .param("instance", instance.value())
                        .param("person", person.value())
                        .param("run", run == null ? null : run.value())
                        .param("at", Timestamp.from(clock.instant()))
                        .update()
                == 1;
    }

    @Override
    @Transactional
    public void unassignAll(RunId run) {
        client.sql("delete from sandbox_assignments where made_for_run = :run")
                .param("run", run.value())
                .update();
    }

    @Override
    public boolean isAssigned(InstanceId instance, PersonId person) {
        return client.sql("select count(*) from sandbox_assignments where instance = :instance and person = :person")
                        .param("instance", instance.value())
                        .param("person", person.value())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    @Override
    public List<Instance> instancesOf(PersonId person) {
        return instances.assignedTo(person);
    }
}
