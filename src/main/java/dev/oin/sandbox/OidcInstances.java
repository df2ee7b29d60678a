package dev.oin.sandbox;

import dev.oin.kernel.InstanceId;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Instances as the OpenID Provider looks them up. */
@Component
public class OidcInstances {

    private final InstanceRows rows;

    OidcInstances(InstanceRows rows) {
        this.rows = rows;
    }

    /** The instance with the id. */
    public Optional<Instance> find(InstanceId id) {
        return rows.find(id);
    }

    /** The instance with the client id. */
    public Optional<Instance> findByClient(String clientId) {
        return rows.findByClient(clientId);
    }

    /** The hash of the instance's client secret. */
    public Optional<String> clientSecretHash(InstanceId id) {
        return rows.clientSecretHash(id);
    }
}
