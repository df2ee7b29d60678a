package dev.oin.sandbox.scim;

import dev.oin.kernel.InstanceId;
import dev.oin.kernel.PersonId;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which id each person has in which app. */
@Repository
class ScimLinks {

    private final JdbcClient client;
    private final Clock clock;

    ScimLinks(JdbcClient client, Clock clock) {
        this.client = client;
        this.clock = clock;
    }

    Optional<String> find(InstanceId instance, PersonId person) {
        return client.sql("select scim_id from sandbox_scim_links where instance = ? and person = ?")
                .params(instance.value(), person.value())
                .query(String.class)
                .optional();
    }

    /** The app's ids of all people it was told of. */
    Map<PersonId, String> in(InstanceId instance) {
        return client
                .sql("select person, scim_id from sandbox_scim_links where instance = ?")
                .params(instance.value())
                .query((row, number) ->
                        Map.entry(new PersonId(row.getObject("person", UUID.class)), row.getString("scim_id")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    List<InstanceId> of(PersonId person) {
        return client.sql("select instance from sandbox_scim_links where person = ? order by linked_at")
                .params(person.value())
                .query((row, number) -> new InstanceId(row.getObject("instance", UUID.class)))
                .list();
    }

    void keep(InstanceId instance, PersonId person, String scimId) {
        client.sql("""
                        insert into sandbox_scim_links (instance, person, scim_id, linked_at) values (?, ?, ?, ?)
                        on conflict (instance, person) do update set scim_id = excluded.scim_id, linked_at = excluded.linked_at""")
                .params(instance.value(), person.value(), scimId, Timestamp.from(clock.instant()))
                .update();
    }
}
