package dev.oin.sandbox;

import dev.oin.kernel.InstanceId;
import dev.oin.kernel.OrganizationId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How many percent of the people assigned to an instance an import may unassign; 20 unless somebody chose otherwise. */
@Repository
public class ImportSafeguards {

    private static final int MOST = 100;

    private final JdbcClient client;

    ImportSafeguards(JdbcClient client) {
        this.client = client;
    }

    /** The percentage. */
    public int of(InstanceId instance) {
        return client.sql("select import_safeguard from sandbox_instances where id = :id")
                .param("id", instance.value())
                .query(Integer.class)
                .single();
    }

    /** Sets it; false where it is none, or the instance is not the owner's or is held. */
    public boolean set(InstanceId instance, int percent, OrganizationId owner) {
        return percent >= 0
                && percent <= MOST
                && client.sql(
                                        "update sandbox_instances set import_safeguard = :percent where id = :id and organization = :owner and not held")
                                .param("percent", percent)
                                .param("id", instance.value())
                                .param("owner", owner.value())
                                .update()
                        == 1;
    }
}
