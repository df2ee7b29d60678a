package dev.oin.checks;

import dev.oin.kernel.InstanceId;
import dev.oin.kernel.OrganizationId;
import dev.oin.sandbox.InstalledApp;
import dev.oin.sandbox.Instance;
import dev.oin.sandbox.Instances;
import dev.oin.submission.DraftDeleted;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What runs of deleted drafts left in apps, for the ISV to remove there: their pages are gone with the draft. */
@Repository
public class LeftInApps {

    private final JdbcClient client;
    private final Instances instances;
    private final Clock clock;

    LeftInApps(JdbcClient client, Instances instances, Clock clock) {
        this.client = client;
        this.instances = instances;
        this.clock = clock;
    }

    /**
     * Something that was left.
     *
     * @param app the instance's label
     * @param baseUrl where its SCIM server was; empty where that is not known
     * @param path where it is there, with the app's id of it, or how it is found
     */
    public record Left(long number, String app, String baseUrl, String path, String name, Instant since) {}

    private record Row(OrganizationId organization, InstanceId instance, String path, String name) {}

    /** What the organisation has to remove, newest first. */
    public List<Left> of(OrganizationId organization) {
        return client.sql("select * from check_left_in_apps where organization = :organization order by number desc")
                .param("organization", organization.value())
                .query((row, number) -> new Left(
                        row.getLong("number"),
                        row.getString("app"),
                        row.getString("base_url"),
                        row.getString("path"),
                        row.getString("name"),
                        row.getTimestamp("left_at").toInstant()))
                .list();
    }

    /** It was removed; false where it is not the organisation's. */
    public boolean forget(long number, OrganizationId organization) {
        return client.sql("delete from check_left_in_apps where number = :number and organization = :organization")
                        .param("number", number)
                        .param("organization", organization.value())
                        .update()
                > 0;
    }

    /** As long as runs and instances are still there. */
    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void on(DraftDeleted deleted) {
        client.sql("""
                        select r.organization, m.instance, m.path, m.name from check_made_in_apps m
                        join check_runs r on r.id = m.run where r.submission = :submission order by m.made_at, m.path""")
                .param("submission", deleted.submission().value())
                .query((row, number) -> new Row(
                        new OrganizationId(row.getObject("organization", UUID.class)),
                        new InstanceId(row.getObject("instance", UUID.class)),
                        row.getString("path"),
                        row.getString("name")))
                .list()
                .forEach(this::keep);
    }

    private void keep(Row row) {
        var instance = instances.find(row.instance());
        client.sql("""
                        insert into check_left_in_apps (organization, app, base_url, path, name, left_at)
                        values (:organization, :app, :baseUrl, :path, :name, :at)""")
                .param("organization", row.organization().value())
                .param("app", instance.map(Instance::label).orElse("An instance that is gone"))
                .param("baseUrl", instance.flatMap(LeftInApps::baseUrl).orElse(""))
                .param("path", row.path())
                .param("name", row.name())
                .param("at", Timestamp.from(clock.instant()))
                .update();
    }

    private static Optional<String> baseUrl(Instance instance) {
        return Optional.ofNullable(instance.app().scim()).map(InstalledApp.Scim::baseUrl);
    }
}
