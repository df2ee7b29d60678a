package dev.oin.sandbox;

import dev.oin.kernel.InstanceId;
import dev.oin.kernel.OrganizationId;
import dev.oin.kernel.PersonId;
import java.util.HashMap;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Values of an app's attributes that are set at an assignment: for one person, or for the members of a group. Setting them is an edit of the instance. */
@Repository
public class AppAttributes {

    private final JdbcClient client;
    private final InstanceRows instances;
    private final ApplicationEventPublisher events;

    AppAttributes(JdbcClient client, InstanceRows instances, ApplicationEventPublisher events) {
        this.client = client;
        this.instances = instances;
        this.events = events;
    }

    /** What is set for the person. */
    public Map<String, String> of(InstanceId instance, PersonId person) {
        return client.sql("select attributes from sandbox_assignments where instance = :instance and person = :person")
                .param("instance", instance.value())
                .param("person", person.value())
                .query(String.class)
                .optional()
                .map(JsonTexts::read)
                .orElse(Map.of());
    }

    /** What is set for the group. */
    public Map<String, String> of(InstanceId instance, String group) {
        return client.sql(
                        "select attributes from sandbox_group_assignments where instance = :instance and group_name = :name")
                .param("instance", instance.value())
                .param("name", group)
                .query(String.class)
                .optional()
                .map(JsonTexts::read)
                .orElse(Map.of());
    }

    /** What is set for the person's groups; where several set the same, the first by name counts. */
    Map<String, String> ofGroups(Instance instance, Person person) {
        var values = new HashMap<String, String>();
        client.sql("""
                        select attributes from sandbox_group_assignments
                        where instance = :instance and group_name = any (:groups) order by group_name""")
                .param("instance", instance.id().value())
                .param("groups", person.groups().toArray(String[]::new))
                .query(String.class)
                .list()
                .forEach(text -> JsonTexts.read(text).forEach(values::putIfAbsent));
        return values;
    }

    /** Sets the person's; false where they are not assigned, or the instance is not the owner's or is held. */
    @Transactional
    public boolean set(InstanceId instance, PersonId person, Map<String, String> values, OrganizationId owner) {
        return mayChange(instance, owner)
                && changed(
                        instance,
                        client.sql(
                                        "update sandbox_assignments set attributes = :attributes::jsonb where instance = :instance and person = :person")
                                .param("attributes", JsonTexts.write(values))
                                .param("instance", instance.value())
                                .param("person", person.value())
                                .update());
    }

    /** Sets the group's; false where it is not assigned, or the instance is not the owner's or is held. */
    @Transactional
    public boolean set(InstanceId instance, String group, Map<String, String> values, OrganizationId owner) {
        return mayChange(instance, owner)
                && changed(
                        instance,
                        client.sql(
                                        "update sandbox_group_assignments set attributes = :attributes::jsonb where instance = :instance and group_name = :name")
                                .param("attributes", JsonTexts.write(values))
                                .param("instance", instance.value())
                                .param("name", group)
                                .update());
    }

    private boolean mayChange(InstanceId instance, OrganizationId owner) {
        return instances
                .find(instance)
                .filter(found -> found.organization().equals(owner) && !found.held())
                .isPresent();
    }

    private boolean changed(InstanceId instance, int rows) {
        if (rows > 0) {
            events.publishEvent(new InstanceEvent.InstanceEdited(instance));
        }
        return rows > 0;
    }
}
