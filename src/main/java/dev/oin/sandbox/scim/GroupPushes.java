package dev.oin.sandbox.scim;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.oin.kernel.InstanceId;
import dev.oin.kernel.OrganizationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which groups are pushed into which apps, and what the apps were told of them. */
@Repository
public class GroupPushes {

    private final JdbcClient client;
    private final ObjectMapper json;
    private final Clock clock;

    GroupPushes(JdbcClient client, ObjectMapper json, Clock clock) {
        this.client = client;
        this.json = json;
        this.clock = clock;
    }

    /**
     * A pushed group.
     *
     * @param active false while the push is paused
     * @param scimId the app's id of the group; null as long as the app has not taken it
     * @param members the app's ids of the members that it was last told of
     */
    public record Push(
            InstanceId instance,
            String group,
            boolean active,
            @Nullable String scimId,
            Set<String> members,
            Instant pushedAt) {

        public Push {
            members = new LinkedHashSet<>(members);
        }

        Push told(String id, Set<String> now) {
            return new Push(instance, group, active, id, now, pushedAt);
        }

        Push turned(boolean on) {
            return new Push(instance, group, on, scimId, members, pushedAt);
        }

        Push forgotten() {
            return new Push(instance, group, active, null, Set.of(), pushedAt);
        }
    }

    /** The groups pushed into the instance's app, by name. */
    public List<Push> of(InstanceId instance) {
        return client.sql("select * from sandbox_group_pushes where instance = :instance order by group_name")
                .param("instance", instance.value())
                .query(this::push)
                .list();
    }

    /** The push of that group. */
    public Optional<Push> find(InstanceId instance, String group) {
        return of(instance).stream().filter(push -> push.group().equals(group)).findFirst();
    }

    /** All pushes of an organisation that are not paused. */
    List<Push> active(OrganizationId owner) {
        return client.sql("""
                        select p.* from sandbox_group_pushes p join sandbox_instances i on i.id = p.instance
                        where i.organization = :owner and p.active order by p.instance, p.group_name""").param("owner", owner.value()).query(this::push).list();
    }

    void keep(Push push) {
        client.sql("""
                        insert into sandbox_group_pushes (instance, group_name, active, scim_id, members, pushed_at)
                        values (:instance, :group, :active, :id, :members::jsonb, :at)
                        on conflict (instance, group_name) do update set active = excluded.active, scim_id = excluded.scim_id,
                            members = excluded.members, pushed_at = excluded.pushed_at""")
                .param("instance", push.instance().value())
                .param("group", push.group())
                .param("active", push.active())
                .param("id", push.scimId())
                .param("members", written(push.members()))
                .param("at", Timestamp.from(clock.instant()))
                .update();
    }

    Push fresh(InstanceId instance, String group) {
        return new Push(instance, group, true, null, Set.of(), clock.instant());
    }

    void remove(InstanceId instance, String group) {
        client.sql("delete from sandbox_group_pushes where instance = :instance and group_name = :group")
                .param("instance", instance.value())
                .param("group", group)
                .update();
    }

    private String written(Set<String> members) {
        var list = json.createArrayNode();
        members.forEach(list::add);
        return list.toString();
    }

    private Push push(ResultSet row, int number) throws SQLException {
        return new Push(
                new InstanceId(row.getObject("instance", UUID.class)),
                row.getString("group_name"),
                row.getBoolean("active"),
                row.getString("scim_id"),
                read(row.getString("members")),
                row.getTimestamp("pushed_at").toInstant());
    }

    private Set<String> read(String text) {
        var members = new ArrayList<String>();
        try {
            ((ArrayNode) json.readTree(text)).forEach(member -> members.add(member.asText()));
        } catch (com.fasterxml.jackson.core.JsonProcessingException unreadable) {
            throw new IllegalStateException("Members in the table that are no list: " + text, unreadable);
        }
        return new LinkedHashSet<>(members);
    }
}
