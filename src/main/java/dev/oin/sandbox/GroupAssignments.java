package dev.oin.sandbox;

import dev.oin.kernel.InstanceId;
import dev.oin.kernel.OrganizationId;
import dev.oin.kernel.PersonId;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Groups that are assigned to instances; their members are assigned as long as they are members and not deactivated. */
@Repository
public class GroupAssignments {

    private final JdbcClient client;
    private final InstanceRows instances;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    GroupAssignments(JdbcClient client, InstanceRows instances, ApplicationEventPublisher events, Clock clock) {
        this.client = client;
        this.instances = instances;
        this.events = events;
        this.clock = clock;
    }

    /** Somebody who came to an instance, or left it, through a group. */
    public record Move(InstanceId instance, PersonId person, boolean came) {}

    /** The groups assigned to the instance. */
    public List<String> of(InstanceId instance) {
        return client.sql("select group_name from sandbox_group_assignments where instance = :id order by group_name")
                .param("id", instance.value())
                .query(String.class)
                .list();
    }

    /** Assigns or unassigns the group; false where the instance is not the owner's, or is held. */
    @Transactional
    public boolean set(InstanceId instance, String group, boolean assigned, OrganizationId owner) {
        var mayChange = instances
                .find(instance)
                .filter(found -> found.organization().equals(owner) && !found.held())
                .isPresent();
        if (mayChange) {
            var change = assigned
                    ? client.sql(
                                    "insert into sandbox_group_assignments (instance, group_name, assigned_at) values (:instance, :name, :at) on conflict do nothing")
                            .param("at", Timestamp.from(clock.instant()))
                    : client.sql(
                            "delete from sandbox_group_assignments where instance = :instance and group_name = :name");
            change.param("instance", instance.value()).param("name", group).update();
        }
        return mayChange;
    }

    /** Brings assignments in line with groups and members; an edit of each instance that changes. */
    @Transactional
    public List<Move> follow(OrganizationId owner) {
        var moves = Stream.concat(gone(owner).stream(), come(owner).stream()).toList();
        moves.stream()
                .map(Move::instance)
                .distinct()
                .forEach(instance -> events.publishEvent(new InstanceEvent.InstanceEdited(instance)));
        return moves;
    }

    private List<Move> come(OrganizationId owner) {
        return client.sql("""
                        insert into sandbox_assignments (instance, person, assigned_at, by_group)
                        select distinct on (g.instance, p.id) g.instance, p.id, :at, g.group_name
                        from sandbox_group_assignments g
                        join sandbox_instances i on i.id = g.instance and i.organization = :owner and not i.held
                        join sandbox_people p on p.organization = i.organization and g.group_name = any (p.groups)
                            and p.status <> 'DEACTIVATED' and p.made_for_run is null
                        order by g.instance, p.id, g.group_name
                        on conflict do nothing returning instance, person""")
                .param("at", Timestamp.from(clock.instant()))
                .param("owner", owner.value())
                .query((row, number) -> move(row.getObject(1, UUID.class), row.getObject(2, UUID.class), true))
                .list();
    }

    private List<Move> gone(OrganizationId owner) {
        return client.sql("""
                        delete from sandbox_assignments a using sandbox_instances i
                        where i.id = a.instance and i.organization = :owner and not i.held and a.by_group is not null and not exists (
                            select 1 from sandbox_group_assignments g join sandbox_people p on p.id = a.person
                                and g.group_name = any (p.groups) and p.status <> 'DEACTIVATED'
                            where g.instance = a.instance)
                        returning a.instance, a.person""")
                .param("owner", owner.value())
                .query((row, number) -> move(row.getObject(1, UUID.class), row.getObject(2, UUID.class), false))
                .list();
    }

    private static Move move(UUID instance, UUID person, boolean came) {
        return new Move(new InstanceId(instance), new PersonId(person), came);
    }
}
