package dev.oin.review;

import dev.oin.account.Caller;
import dev.oin.checks.RequestRun;
import dev.oin.checks.RequestRun.Answer;
import dev.oin.checks.RequestRun.Request;
import dev.oin.checks.Suite;
import dev.oin.checks.SuiteName;
import dev.oin.checks.Suites;
import dev.oin.kernel.InstanceId;
import dev.oin.sandbox.Instance;
import dev.oin.sandbox.Instances;
import dev.oin.sandbox.TesterSlots;
import dev.oin.submission.Submission;
import dev.oin.submission.Submissions;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A reviewer runs checks again beside the open task of QA, on the submitted instance or on one made for QA. */
@Component
public class RunInQa {

    private final Submissions submissions;
    private final QaTask task;
    private final Instances instances;
    private final TesterSlots slots;
    private final QaMade made;
    private final Suites suites;
    private final RequestRun requests;

    RunInQa(
            Submissions submissions,
            QaTask task,
            Instances instances,
            TesterSlots slots,
            QaMade made,
            Suites suites,
            RequestRun requests) {
        this.submissions = submissions;
        this.task = task;
        this.instances = instances;
        this.slots = slots;
        this.made = made;
        this.suites = suites;
        this.requests = requests;
    }

    /** Asks for the run; where no instance is named, it is the submitted one. */
    @Transactional
    public Answer request(Request request, Caller caller) {
        return switch (task.refusal(request.submission(), caller).orElseGet(DeskAnswer.Done::new)) {
            case DeskAnswer.Unknown() -> new Answer.NotFound();
            case DeskAnswer.Forbidden(var because) -> new Answer.Forbidden(because);
            case DeskAnswer.Unacceptable(var field, var rule, var because) -> new Answer.Refused(because);
            case DeskAnswer.Conflict(var because) -> new Answer.Refused(because);
            case DeskAnswer.Done() -> run(submissions.get(request.submission()), request, caller);
        };
    }

    private Answer run(Submission submission, Request request, Caller caller) {
        var suite = suites.find(request.suite());
        if (suite.isEmpty()) {
            return new Answer.NotOffered(request.suite());
        }
        var named = request.instance();
        var testable = testable(submission);
        if (named == null) {
            var standard = testable.stream()
                    .filter(instance -> suite.get().accepts(instance))
                    .findFirst()
                    .map(Instance::id)
                    .orElse(null);
            return requests.request(on(standard, request), caller);
        }
        if (testable.stream().anyMatch(instance -> instance.id().equals(named))) {
            return requests.request(request, caller);
        }
        return instances.of(submission.id()).stream()
                        .anyMatch(instance -> instance.id().equals(named))
                ? new Answer.Refused("QA tests the submitted instance or one made for QA; this one is neither.")
                : new Answer.NotFound();
    }

    private static Request on(@Nullable InstanceId instance, Request request) {
        return new Request(request.submission(), request.suite(), instance, request.cases(), request.person());
    }

    /** What QA can test: the submitted instances first, then those made for QA. */
    public List<Instance> testable(Submission submission) {
        var ours = Set.copyOf(made.instances(submission.id()));
        return instances.of(submission.id()).stream()
                .filter(Instance::active)
                .filter(instance -> instances.eligibility(instance).isEligible())
                .sorted(Comparator.comparing((Instance instance) -> ours.contains(instance.id()))
                        .thenComparing(instance -> !isInTester(submission, instance)))
                .toList();
    }

    /** The suites that fit one of the instances. */
    public List<SuiteName> suitesFor(List<Instance> testable) {
        return suites.all().stream()
                .filter(suite -> suite.withheld().isEmpty())
                .filter(suite -> testable.stream().anyMatch(suite::accepts))
                .map(Suite::name)
                .sorted()
                .toList();
    }

    private boolean isInTester(Submission submission, Instance instance) {
        return instance.singleSignOn()
                .flatMap(protocol -> slots.in(submission.id(), protocol, instance.kind()))
                .filter(instance.id()::equals)
                .isPresent();
    }
}
