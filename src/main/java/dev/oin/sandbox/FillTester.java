package dev.oin.sandbox;

import dev.oin.account.Organizations;
import dev.oin.kernel.AccountId;
import dev.oin.kernel.OrganizationId;
import dev.oin.kernel.Problem;
import dev.oin.kernel.SubmissionId;
import dev.oin.submission.Submission;
import dev.oin.submission.Submissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes everything that testing needs and that is not there yet: instances, a person who may sign in to them, taken tester slots. */
@Component
public class FillTester {

    private final Submissions submissions;
    private final Organizations organizations;
    private final Instances instances;
    private final RequiredInstances required;
    private final GenerateInstance generate;
    private final TesterSlots slots;
    private final People people;
    private final Assignments assignments;

    FillTester(
            Submissions submissions,
            Organizations organizations,
            Instances instances,
            RequiredInstances required,
            GenerateInstance generate,
            TesterSlots slots,
            People people,
            Assignments assignments) {
        this.submissions = submissions;
        this.organizations = organizations;
        this.instances = instances;
        this.required = required;
        this.generate = generate;
        this.slots = slots;
        this.people = people;
        this.assignments = assignments;
    }

    /**
     * What was made.
     *
     * @param problems why an instance could not be made; empty where nothing is missing any more
     */
    public record Filled(List<GenerateInstance.Outcome.Generated> generated, List<Problem> problems) {

        public Filled {
            generated = List.copyOf(generated);
            problems = List.copyOf(problems);
        }
    }

    /** Generates an instance for each protocol without one, with the given values of the variables. */
    @Transactional
    public Filled fill(SubmissionId id, Map<String, String> variables, AccountId by) {
        var generated = new ArrayList<GenerateInstance.Outcome.Generated>();
        var problems = new ArrayList<Problem>();
        for (var needed : required.of(submissions.get(id))) {
            var submission = submissions.get(id);
            if (active(submission, needed).isEmpty()) {
                switch (generate.generate(id, order(submission, needed, variables), by)) {
                    case GenerateInstance.Outcome.Generated made -> generated.add(made);
                    case GenerateInstance.Outcome.Refused(var reasons) -> problems.addAll(reasons);
                }
            }
        }
        seat(id);
        return new Filled(generated, problems);
    }

    /** Lets somebody in to the instances that testing needs, and puts them into slots that are empty. */
    @Transactional
    public void seat(SubmissionId id) {
        take(submissions.get(id));
    }

    /** The values go to the variables that the version has. */
    private GenerateInstance.Order order(Submission submission, RequiredInstance needed, Map<String, String> values) {
        var known = required.content(submission, needed.kind()).configuration().variables().stream()
                .map(variable -> String.valueOf(variable.name()))
                .collect(Collectors.toSet());
        var fitting = needed.kind() == Instance.Kind.CURRENT
                ? values
                : values.entrySet().stream()
                        .filter(value -> known.contains(value.getKey()))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return new GenerateInstance.Order(needed.kind(), Set.of(needed.protocol()), null, fitting);
    }

    private void take(Submission submission) {
        for (var needed : required.of(submission)) {
            active(submission, needed).ifPresent(instance -> {
                letSomebodyIn(submission.organization(), instance);
                if (needed.protocol().isSingleSignOn() && !isTaken(submission, needed)) {
                    slots.add(submission.id(), needed.protocol(), needed.kind(), instance.id());
                }
            });
        }
    }

    private boolean isTaken(Submission submission, RequiredInstance needed) {
        return slots.in(submission.id(), needed.protocol(), needed.kind())
                .flatMap(instances::find)
                .filter(instance -> instances.eligibility(instance).isEligible())
                .isPresent();
    }

    private Optional<Instance> active(Submission submission, RequiredInstance needed) {
        return instances.of(submission.id()).stream()
                .filter(instance -> instance.kind() == needed.kind() && instance.has(needed.protocol()))
                .filter(Instance::active)
                .filter(instance -> instances.eligibility(instance).isEligible())
                .findFirst();
    }

    private void letSomebodyIn(OrganizationId owner, Instance instance) {
        if (assignments.of(instance.id()).isEmpty()) {
            somebody(owner).ifPresent(person -> assignments.assign(instance.id(), person.id(), owner));
        }
    }

    private Optional<Person> somebody(OrganizationId owner) {
        return people.of(owner).stream().filter(Person::isActive).findFirst().or(() -> switch (people.add(
                owner, new PersonDetails("Robin", "Example", addressIn(owner)), null)) {
            case PersonOutcome.Saved(var person, var password) -> Optional.of(person);
            case PersonOutcome.Refused(var problems) -> Optional.empty();
            case PersonOutcome.Unknown() -> Optional.empty();
        });
    }

    private String addressIn(OrganizationId owner) {
        var organization = organizations.get(owner);
        return "robin.example@"
                + organization.verifiedDomains().stream().sorted().findFirst().orElse(organization.slug() + ".example");
    }
}
