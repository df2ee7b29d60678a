package dev.oin.sandbox.scim;

import dev.oin.egress.Capture;
import dev.oin.kernel.InstanceId;
import dev.oin.kernel.PersonId;
import dev.oin.sandbox.Entitlement;
import dev.oin.sandbox.Instance;
import dev.oin.sandbox.Person;
import dev.oin.vault.Secret;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The provisioning client: tells an installed app by SCIM what happened to a person (scim-checks, part 1B). Never deletes anybody: whoever leaves is set inactive.
 * Calls over the network, so never inside a transaction.
 */
public interface Provisioning {

    /** The person was assigned: is looked up by user name, then created, or linked and activated under the id they have. */
    Provisioned assigned(Instance instance, Person person, @Nullable Secret password, Capture capture);

    /** The person's profile changed: is read, then replaced, or patched where the app declares that. */
    Provisioned changed(Instance instance, Person person, Capture capture);

    /** The person has a new password: is sent where the app declares that. */
    Provisioned password(Instance instance, Person person, Secret password, Capture capture);

    /** The person was given a role or entitlement: is added to those they have. */
    Provisioned granted(Instance instance, Person person, Entitlement one, Capture capture);

    /** It was taken away: is removed from those they have. */
    Provisioned revoked(Instance instance, Person person, Entitlement one, Capture capture);

    /** The calls about a pushed group, as far as the app declares them. */
    Provisioned grouped(Instance instance, Function<GroupCalls, Provisioned> calling);

    /** The person was deactivated or is no longer assigned: is set inactive. */
    Provisioned left(Instance instance, Person person, Capture capture);

    /** The same while somebody waits for a page: one piece of work, that waits a few seconds for a busy app and then leaves it alone. */
    Provisioning hurried();

    /** The app's id of the person, if it was told of them. */
    Optional<String> scimId(InstanceId instance, PersonId person);

    /** The instances whose apps were told of the person. */
    List<InstanceId> appsOf(PersonId person);

    /** What the app offers now; empty without entitlement management, or where its server cannot be called. */
    Optional<OfferedEntitlements> offered(Instance instance, Capture capture);

    /** Where the instance's SCIM server is, or why it cannot be called. */
    Connection connection(Instance instance);

    /** The way to an instance's SCIM server. */
    sealed interface Connection {

        /** It can be called. */
        record Connected(ScimServer server) implements Connection {}

        /** Something has to be set first. */
        record NotConnected(String reason) implements Connection {}
    }
}
