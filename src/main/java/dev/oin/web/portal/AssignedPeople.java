package dev.oin.web.portal;

import dev.oin.account.Caller;
import dev.oin.account.Organization;
import dev.oin.kernel.InstanceId;
import dev.oin.kernel.PersonId;
import dev.oin.sandbox.Assignments;
import dev.oin.sandbox.Instance;
import dev.oin.sandbox.Instances;
import dev.oin.sandbox.People;
import dev.oin.sandbox.Person;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Finds whom a page about an assignment is about, for those who may test. */
@Component
class AssignedPeople {

    private final SandboxOwners owners;
    private final Instances instances;
    private final Assignments assignments;
    private final People people;

    AssignedPeople(SandboxOwners owners, Instances instances, Assignments assignments, People people) {
        this.owners = owners;
        this.instances = instances;
        this.assignments = assignments;
        this.people = people;
    }

    Organization organization(String slug, Caller caller) {
        return owners.tests(slug, caller);
    }

    Instance instance(Organization organization, UUID id) {
        return instances.find(new InstanceId(id), organization.id()).orElseThrow(Missing::new);
    }

    Person person(Instance instance, UUID id) {
        return people.find(new PersonId(id), instance.organization())
                .filter(found -> assignments.isAssigned(instance.id(), found.id()))
                .orElseThrow(Missing::new);
    }
}
