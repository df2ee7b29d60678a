package dev.oin.web.portal;

import dev.oin.web.frame.Chip;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Page 4 of the wizard.
 *
 * @param first what comes next: {@code generate}, a tester's key, a suite's name, or {@code submit}
 * @param ready whether nothing but the certification is missing
 * @param phases by when the phases of the review would end, were it submitted now; empty where it is no draft
 */
record TestingView(
        boolean mayTest,
        String first,
        boolean open,
        boolean ready,
        boolean certified,
        long met,
        long applicable,
        int unmet,
        List<Phase> phases,
        List<Required> required,
        int missing,
        boolean asksVariables,
        List<Variable> variables,
        @Nullable String combined,
        List<InstanceView> instances,
        int hiddenInstances,
        List<Offer> offers,
        boolean allInstances,
        String instancesPath,
        @Nullable SuiteView contact,
        List<TesterView> testers,
        @Nullable ScimView scim,
        List<SuiteView> advice,
        List<GateView> gates,
        List<GateView> notApplicable,
        @Nullable GateView firstUnmet) {

    /** A phase of the review and its end. */
    record Phase(String name, Instant by) {}

    /** By when the first phase of the review would end; null where it is no draft. */
    public @Nullable Phase promise() {
        return phases.isEmpty() ? null : phases.getFirst();
    }

    /**
     * An instance that is needed.
     *
     * @param generate where it is generated; null where it is there, or the reader may not
     */
    record Required(
            String protocol,
            String kind,
            Chip chip,
            String label,
            @Nullable String generate) {}

    /** A value to enter at the installation. */
    record Variable(String label, String name) {}

    /** An installed copy. */
    record InstanceView(
            String id,
            String label,
            String protocols,
            int version,
            List<Chip> chips,
            @Nullable String note,
            List<Value> values,
            @Nullable String certificate,
            boolean scim,
            boolean credentialsSet,
            boolean held,
            boolean open,
            List<Action> actions,
            String assignmentsPath,
            @Nullable String secretPath,
            List<Link> guides,
            @Nullable String authorization,
            @Nullable String provisioningPath) {}

    /** Where to go on. */
    record Link(String name, String path) {}

    /** A value to copy into the app. */
    record Value(String id, String name, String text) {}

    /**
     * Something to do.
     *
     * @param asks whether a page says first what it costs
     */
    record Action(String name, String path, boolean asks) {}

    /**
     * An instance that can be generated.
     *
     * @param because why it cannot; null where it can
     */
    record Offer(String name, String path, @Nullable String because) {}

    /**
     * The submission tester for one protocol.
     *
     * @param turnLogoutOn where logout is turned on for the instance; null where that is not to be done
     * @param allFailed whether every case to be run again has failed, rather than proven nothing or expired
     * @param broken what the update would break for customers, whatever the cases say (EL-9)
     */
    record TesterView(
            String key,
            @Nullable String turnLogoutOn,
            String protocol,
            @Nullable String instance,
            @Nullable String instanceId,
            boolean runnable,
            List<CaseView> cases,
            List<String> failedCases,
            boolean allFailed,
            List<String> broken) {

        /** How many cases did not pass. */
        public int failed() {
            return failedCases.size();
        }

        boolean isProven() {
            return cases.stream().allMatch(CaseView::proven);
        }
    }

    /** A case of the tester with its newest result. */
    record CaseView(
            String key,
            String name,
            String note,
            List<Chip> chips,
            @Nullable String side,
            @Nullable String path,
            String pathWord,
            boolean proven,
            boolean failed) {}

    /** A suite with its newest run. */
    record SuiteView(
            String key,
            String name,
            String note,
            List<Chip> chips,
            @Nullable String path,
            String pathWord,
            @Nullable String instanceId) {}

    /**
     * The step for SCIM.
     *
     * @param links where results are, as far as they are entered
     * @param marks what the gate says of the results that count
     */
    record ScimView(
            List<SuiteView> suites,
            boolean runnable,
            @Nullable String instanceId,
            List<LinkView> links,
            boolean linksOpen,
            List<String> marks,
            String planPath,
            int planOpen) {}

    /** A field for a link to results. */
    record LinkView(String key, String name, String url) {}

    /** A requirement of the gate with its cure. */
    record GateView(
            String id,
            @Nullable String protocol,
            Chip chip,
            String message,
            @Nullable Link cure) {}
}
