package dev.oin.review;

import dev.oin.account.Caller;
import dev.oin.kernel.Problem;
import dev.oin.kernel.Protocol;
import dev.oin.kernel.SubmissionId;
import dev.oin.sandbox.GenerateInstance;
import dev.oin.sandbox.HoldInstances;
import dev.oin.sandbox.Instance;
import dev.oin.sandbox.InstanceLabels;
import dev.oin.sandbox.People;
import dev.oin.sandbox.Person;
import dev.oin.sandbox.PersonDetails;
import dev.oin.sandbox.PersonOutcome;
import dev.oin.sandbox.TeamInstances;
import dev.oin.submission.Submission;
import dev.oin.submission.Submissions;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes what a reviewer tries by hand in the ISV's sandbox: instances of the submitted version, and people who may sign in to them. */
@Component
public class MakeForQa {

    private static final String MARK = "QA: ";
    private static final List<String> GROUPS = List.of("Everyone", "OIN QA");

    private final Submissions submissions;
    private final QaTask task;
    private final QaMade made;
    private final GenerateInstance generate;
    private final InstanceLabels labels;
    private final HoldInstances hold;
    private final TeamInstances instances;
    private final People people;
    private final Chronicle chronicle;
    private final Clock clock;

    MakeForQa(
            Submissions submissions,
            QaTask task,
            QaMade made,
            GenerateInstance generate,
            InstanceLabels labels,
            HoldInstances hold,
            TeamInstances instances,
            People people,
            Chronicle chronicle,
            Clock clock) {
        this.submissions = submissions;
        this.task = task;
        this.made = made;
        this.generate = generate;
        this.labels = labels;
        this.hold = hold;
        this.instances = instances;
        this.people = people;
        this.chronicle = chronicle;
        this.clock = clock;
    }

    /** Installs the submitted version once more, held from the start and open to the people made for this QA. */
    @Transactional
    public Made instance(
            SubmissionId id,
            Set<Protocol> protocols,
            @Nullable String label,
            Map<String, String> variables,
            Caller caller) {
        var refusal = task.refusal(id, caller);
        if (refusal.isPresent()) {
            return new Made.Refused(refusal.get());
        }
        var order = new GenerateInstance.Order(
                Instance.Kind.CURRENT, protocols, marked(label, submissions.get(id)), variables);
        return switch (generate.generate(id, order, caller.account())) {
            case GenerateInstance.Outcome.Refused(var problems) -> new Made.Unacceptable(problems);
            case GenerateInstance.Outcome.Generated(var instance, var secret) -> {
                made.add(id, instance.id(), caller.account(), clock.instant());
                made.people(id).forEach(person -> instances.assign(instance.id(), person));
                hold.hold(id);
                yield new Made.OneInstance(instance, secret);
            }
        };
    }

    /** What is entered as a label counts without the mark. */
    private String marked(@Nullable String label, Submission submission) {
        if (label != null) {
            return label.isBlank() ? label : MARK + label.strip();
        }
        return labels.free(submission.integration(), MARK + submission.displayName());
    }

    /** Adds a person to the ISV's sandbox, with access to the instances made for this QA. */
    @Transactional
    public Made person(SubmissionId id, PersonDetails details, @Nullable String password, Caller caller) {
        var refusal = task.refusal(id, caller);
        if (refusal.isPresent()) {
            return new Made.Refused(refusal.get());
        }
        var submission = submissions.get(id);
        return switch (people.add(submission.organization(), details, password)) {
            case PersonOutcome.Refused(var problems) -> new Made.Unacceptable(problems);
            case PersonOutcome.Unknown() -> new Made.Refused(new DeskAnswer.Unknown());
            case PersonOutcome.Saved(var person, var madeUp) -> {
                people.group(person.id(), person.organization(), GROUPS);
                made.add(id, person.id(), caller.account(), clock.instant());
                made.instances(id).forEach(instance -> instances.assign(instance, person.id()));
                chronicle.note(
                        submission,
                        "qa-person-" + person.id(),
                        "QA_PERSON_MADE",
                        person.fullName() + " was added to the sandbox for QA.",
                        caller.account());
                yield new Made.OnePerson(people.find(person.id()).orElse(person), madeUp);
            }
        };
    }

    /** What came of it. */
    public sealed interface Made {

        /**
         * An instance.
         *
         * @param clientSecret the OAuth 2 client's secret, shown this once; null without OIDC
         */
        record OneInstance(Instance instance, @Nullable String clientSecret) implements Made {}

        /**
         * A person.
         *
         * @param password the password that was made up, shown this once; null where none was
         */
        record OnePerson(Person person, @Nullable String password) implements Made {}

        /** Something was entered wrongly. */
        record Unacceptable(List<Problem> problems) implements Made {

            public Unacceptable {
                problems = List.copyOf(problems);
            }
        }

        /** It is not for this caller, or not now. */
        record Refused(DeskAnswer answer) implements Made {}
    }
}
