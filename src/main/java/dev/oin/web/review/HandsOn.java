package dev.oin.web.review;

import dev.oin.review.RunInQa;
import dev.oin.sandbox.Instance;
import dev.oin.sandbox.InstanceAddresses;
import dev.oin.sandbox.Instances;
import dev.oin.submission.Submission;
import java.util.List;
import org.springframework.stereotype.Component;

/** What is there to be tried by hand in QA. */
@Component
class HandsOn {

    private final RunInQa run;
    private final Instances instances;

    HandsOn(RunInQa run, Instances instances) {
        this.run = run;
        this.instances = instances;
    }

    View of(Submission submission) {
        var testable = run.testable(submission);
        return new View(
                run.suitesFor(testable),
                testable,
                testable.stream()
                        .filter(instance -> instance.label().startsWith("QA: "))
                        .map(instance -> new Made(instance, instances.addresses(instance)))
                        .toList(),
                submission.content().protocols().stream().sorted().toList(),
                submission.content().configuration().variables().stream()
                        .map(variable -> new Variable(
                                variable.name() == null ? "" : variable.name(),
                                variable.label() == null ? "" : variable.label()))
                        .filter(variable -> !variable.name().isEmpty())
                        .toList());
    }

    /**
     * What QA offers.
     *
     * @param suites what can be run again
     * @param made clean instances, with what to enter in the app
     */
    record View(
            List<dev.oin.checks.SuiteName> suites,
            List<Instance> instances,
            List<Made> made,
            List<dev.oin.kernel.Protocol> protocols,
            List<Variable> variables) {}

    record Made(Instance instance, InstanceAddresses addresses) {}

    record Variable(String name, String label) {}
}
