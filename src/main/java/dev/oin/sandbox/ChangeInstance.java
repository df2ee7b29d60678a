package dev.oin.sandbox;

import dev.oin.kernel.InstanceId;
import dev.oin.kernel.OrganizationId;
import dev.oin.kernel.Problem;
import dev.oin.vault.Secret;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What can be done to an installed instance; another organisation's id answers {@link Outcome.Unknown}. */
public interface ChangeInstance {

    /** Shows another name on the tile. */
    Outcome relabel(InstanceId id, OrganizationId owner, String label);

    /** Evaluates everything again with other values. */
    Outcome changeVariables(InstanceId id, OrganizationId owner, Map<String, String> variables);

    /** Turns the instance on. */
    Outcome activate(InstanceId id, OrganizationId owner);

    /** Turns the instance off; it leaves the tester. */
    Outcome deactivate(InstanceId id, OrganizationId owner);

    /** Deletes an inactive instance. */
    Outcome delete(InstanceId id, OrganizationId owner);

    /** Sets the provisioning client's credentials, and another base URL where one is given. */
    Outcome connectScim(InstanceId id, OrganizationId owner, @Nullable String baseUrl, String token);

    /** Sets the tokens that the app's authorization server issued, as they are kept. */
    Outcome authorizeScim(InstanceId id, OrganizationId owner, Secret tokens);

    /** Removes the provisioning client's credentials, so that the app is told nothing any more. */
    Outcome disconnectScim(InstanceId id, OrganizationId owner);

    /** Turns Universal Logout on or off. */
    Outcome enableLogout(InstanceId id, OrganizationId owner, boolean enabled);

    /** Changes what an administrator sets at the instance itself. */
    Outcome changeSignOn(InstanceId id, OrganizationId owner, SignOnSettings settings);

    /** What came of it. */
    sealed interface Outcome {

        /** The instance as it is now. */
        record Changed(Instance instance) implements Outcome {}

        /** The instance is gone. */
        record Deleted() implements Outcome {}

        /** Nothing was changed. */
        record Refused(List<Problem> problems) implements Outcome {

            public Refused {
                problems = List.copyOf(problems);
            }

            static Refused because(String field, String rule, String message) {
                return new Refused(List.of(Problem.error(field, rule, message)));
            }
        }

        /** There is no such instance. */
        record Unknown() implements Outcome {}
    }
}
