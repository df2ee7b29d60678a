package dev.oin.checks.sso;

import dev.oin.checks.CheckRun;
import dev.oin.kernel.InstanceId;
import dev.oin.kernel.Protocol;
import dev.oin.sandbox.Assignments;
import dev.oin.sandbox.Instance;
import dev.oin.sandbox.Instances;
import dev.oin.sandbox.People;
import dev.oin.sandbox.Person;
import dev.oin.sandbox.SandboxAddresses;
import dev.oin.submission.Content;
import dev.oin.submission.Version;
import dev.oin.submission.Versions;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds what a run signs in to, and who does. */
@Component
class TestedApps {

    private final Instances instances;
    private final Versions versions;
    private final People people;
    private final Assignments assignments;
    private final SandboxAddresses addresses;
    private final RecipeRows recipes;

    TestedApps(
            Instances instances,
            Versions versions,
            People people,
            Assignments assignments,
            SandboxAddresses addresses,
            RecipeRows recipes) {
        this.instances = instances;
        this.versions = versions;
        this.people = people;
        this.assignments = assignments;
        this.addresses = addresses;
        this.recipes = recipes;
    }

    /**
     * An app as it is signed in to.
     *
     * @param home the page with the person's tiles
     * @param cases the tester's cases that it needs
     */
    record TestedApp(App app, URI home, SignInRecipe recipe, List<SignOnCase> cases) {

        /** The way in that needs no new person: by the app, where there is one. */
        Optional<SignOnCase> plainCase() {
            return cases.contains(SignOnCase.SP_FLOW)
                    ? Optional.of(SignOnCase.SP_FLOW)
                    : cases.stream().filter(each -> !each.createsPerson()).findFirst();
        }

        boolean createsPeople() {
            return cases.stream().anyMatch(SignOnCase::createsPerson);
        }
    }

    TestedApp of(CheckRun run, Instance instance) {
        var protocol = instance.singleSignOn().orElseThrow();
        var content = content(instance);
        var home = URI.create(addresses.home(instance.organization()));
        return new TestedApp(
                App.of(instance, protocol, startUrl(content, protocol), home.resolve(".")),
                home,
                recipes.of(run.submission(), protocol),
                SignOnCase.applicable(content, protocol));
    }

    /** The person asked for, else the active one assigned longest. */
    Optional<Person> person(CheckRun run, Instance instance) {
        var chosen = run.person();
        if (chosen != null) {
            return people.find(chosen, run.organization())
                    .filter(person -> person.isActive() && assignments.isAssigned(instance.id(), person.id()));
        }
        return assigned(instance).stream().findFirst();
    }

    /** Who may sign in, longest first. */
    List<Person> assigned(Instance instance) {
        return assignments.of(instance.id()).stream().filter(Person::isActive).toList();
    }

    Instance instance(CheckRun run) {
        InstanceId id = Optional.ofNullable(run.instance())
                .orElseThrow(() -> new IllegalStateException("Run " + run.id() + " has no instance"));
        return instances.find(id).orElseThrow(() -> new IllegalStateException("Instance " + id + " is gone"));
    }

    Content content(Instance instance) {
        return versions.find(instance.integration(), instance.version())
                .map(Version::content)
                .orElseThrow(() -> new IllegalStateException(
                        "Version " + instance.version() + " of " + instance.integration() + " is gone"));
    }

    static @Nullable String startUrl(Content content, Protocol protocol) {
        var tests = content.testInformation();
        return protocol == Protocol.OIDC
                ? tests.oidcTest().spUrl()
                : tests.samlTest().spUrl();
    }
}
