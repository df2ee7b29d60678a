package dev.oin.checks.sso;

import dev.oin.checks.CheckRun;
import dev.oin.sandbox.Instance;
import dev.oin.sandbox.Instances;
import dev.oin.sandbox.Person;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Instances that may be connected to another tenant of the same app, and people whom only that tenant knows. */
@Component
public class OtherTenants {

    private final Instances instances;
    private final NewPeople newPeople;

    OtherTenants(Instances instances, NewPeople newPeople) {
        this.instances = instances;
        this.newPeople = newPeople;
    }

    /** Another active instance of the same submission, kind and protocol. */
    public Optional<Instance> beside(Instance instance) {
        return instances.of(instance.submission()).stream()
                .filter(other -> !other.id().equals(instance.id())
                        && other.active()
                        && other.kind() == instance.kind()
                        && other.singleSignOn().equals(instance.singleSignOn()))
                .findFirst();
    }

    /** Does the work with a new person who is assigned to the instance, and removes the person again. */
    public <T> T withNewPerson(CheckRun run, Instance instance, Function<Person, T> work) {
        var person = newPeople.make(run, instance.id());
        try {
            return work.apply(person);
        } finally {
            newPeople.remove(person);
        }
    }

    /** Removes everybody whom a lost run made. */
    public void sweep(CheckRun run) {
        newPeople.remove(run);
    }
}
