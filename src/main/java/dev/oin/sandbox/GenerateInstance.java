package dev.oin.sandbox;

import dev.oin.kernel.AccountId;
import dev.oin.kernel.Problem;
import dev.oin.kernel.Protocol;
import dev.oin.kernel.SubmissionId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Installs an integration in the ISV's sandbox, as a customer's administrator would. */
public interface GenerateInstance {

    /** Cuts a version where the content changed, and installs it. */
    Outcome generate(SubmissionId submission, Order order, AccountId by);

    /**
     * What is entered at the installation.
     *
     * @param label the name shown on the tile; null for the integration's own, numbered where an instance has it
     */
    record Order(
            Instance.Kind kind,
            Set<Protocol> protocols,
            @Nullable String label,
            Map<String, String> variables) {

        public Order {
            protocols = Set.copyOf(protocols);
            variables = Map.copyOf(variables);
        }
    }

    /** What came of it. */
    sealed interface Outcome {

        /**
         * The instance is installed.
         *
         * @param clientSecret the OAuth 2 client's secret, shown this once; null without OIDC
         */
        record Generated(Instance instance, @Nullable String clientSecret) implements Outcome {}

        /** Nothing was installed. */
        record Refused(List<Problem> problems) implements Outcome {

            public Refused {
                problems = List.copyOf(problems);
            }
        }
    }
}
