package dev.oin.sandbox;

import dev.oin.account.Organizations;
import dev.oin.kernel.AccountId;
import dev.oin.kernel.OrganizationId;
import dev.oin.kernel.Problem;
import dev.oin.kernel.Protocol;
import dev.oin.kernel.SubmissionId;
import dev.oin.submission.Submission;
import dev.oin.submission.Submissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes everything that testing needs and that is not there yet: instances, a person who may sign in to them, taken tester slots. */
@Component
public class FillTester {

    private final Submissions submissions;
    private final Organizations organizations;
    private final Instances instances;
    private final GenerateInstance generate;
    private final TesterSlots slots;
    private final People people;
    private final Assignments assignments;

    FillTester(
            Submissions submissions,
            Organizations organizations,
            Instances instances,
            GenerateInstance generate,
            TesterSlots slots,
            People people,
            Assignments assignments) {
        this.submissions = submissions;
        this.organizations = organizations;
        this.instances = instances;
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
        for (var required : InstanceRules.required(submissions.get(id).content())) {
            var submission = submissions.get(id);
            if (standing(submission, required.protocol()).isEmpty()) {
                var order = new GenerateInstance.Order(required.kind(), Set.of(required.protocol()), null, variables);
                switch (generate.generate(id, order, by)) {
                    case GenerateInstance.Outcome.Generated made -> generated.add(made);
                    case GenerateInstance.Outcome.Refused(var reasons) -> problems.addAll(reasons);
                }
            }
        }
        take(submissions.get(id));
        return new Filled(generated, problems);
    }

    private void take(Submission submission) {
        for (var required : InstanceRules.required(submission.content())) {
            standing(submission, required.protocol()).ifPresent(instance -> {
                letSomebodyIn(submission.organization(), instance);
                if (required.protocol().isSingleSignOn() && !isTaken(submission, required.protocol())) {
                    slots.add(submission.id(), required.protocol(), required.kind(), instance.id());
                }
            });
        }
    }

    private boolean isTaken(Submission submission, Protocol protocol) {
        return slots.in(submission.id(), protocol, Instance.Kind.CURRENT)
                .flatMap(instances::find)
                .filter(instance -> instances.eligibility(instance).isEligible())
                .isPresent();
    }

    private Optional<Instance> standing(Submission submission, Protocol protocol) {
        return instances.of(submission.id()).stream()
                .filter(instance -> instance.kind() == Instance.Kind.CURRENT && instance.has(protocol))
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
