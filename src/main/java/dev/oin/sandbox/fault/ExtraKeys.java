package dev.oin.sandbox.fault;

import dev.oin.kernel.OrganizationId;
import dev.oin.kernel.RunId;
import java.security.interfaces.RSAPublicKey;
import java.util.List;

/** Keys that stand in an organisation's key set beside its own while a run rotates keys; nothing that the identity provider signs is signed with them. */
public interface ExtraKeys {

    /** Puts a key into the set until the run withdraws it. */
    void publish(RunId run, OrganizationId organization, Key key);

    /** Takes the run's keys out again. */
    void withdraw(RunId run);

    /** Whether somebody has read the set since the run's key is in it. */
    boolean wasRead(RunId run);

    /** The keys that stand in the organisation's set now. */
    List<Key> of(OrganizationId organization);

    /** The set was read. */
    void noteRead(OrganizationId organization);

    /** A key with its name in the set. */
    record Key(String id, RSAPublicKey publicKey) {}
}
