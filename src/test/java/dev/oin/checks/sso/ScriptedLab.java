package dev.oin.checks.sso;

import dev.oin.checks.sso.AdviceCheck.Finding;
import dev.oin.checks.sso.AppSession.State;
import dev.oin.checks.sso.TestedApps.TestedApp;
import dev.oin.kernel.InstanceId;
import dev.oin.kernel.OrganizationId;
import dev.oin.kernel.PersonId;
import dev.oin.sandbox.InstalledApp;
import dev.oin.sandbox.Instance;
import dev.oin.sandbox.Person;
import dev.oin.sandbox.PersonDetails;
import dev.oin.sandbox.SignInEvent;
import dev.oin.sandbox.SignInEvent.What;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A lab whose sign-ins end as the test says; a valid one of the known person leads to a session. */
final class ScriptedLab implements AdviceLab {

    static final URI HOME = URI.create("https://app.example.com/home");
    private static final Person ADA = person("ada@acme.example");

    private final List<String> faults = new ArrayList<>();
    private @Nullable ObservedSignIn seen;
    private Instance instance = AdviceChecksTest.instance();
    private @Nullable Instance other;
    private List<SignOnCase> cases = List.of(SignOnCase.IDP_FLOW, SignOnCase.SP_FLOW);
    private SignInRecipe recipe = SignInRecipe.none();
    private Function<Person, Trial> end = person -> trial(refused("You have no account"), State.GONE);
    private @Nullable AppSession session;

    ScriptedLab seeing(ObservedSignIn sign) {
        seen = sign;
        return this;
    }

    ScriptedLab on(InstalledApp app) {
        instance = with(app);
        return this;
    }

    private static Instance with(InstalledApp app) {
        var base = AdviceChecksTest.instance();
        return new Instance(
                base.id(),
                base.organization(),
                base.integration(),
                base.submission(),
                base.kind(),
                base.version(),
                base.contentHash(),
                base.label(),
                base.protocols(),
                base.active(),
                base.held(),
                base.variables(),
                app,
                base.signOn(),
                base.clientId(),
                base.scimCredentialsSet(),
                base.logoutEnabled(),
                base.generatedBy(),
                base.generatedAt(),
                base.editedAt());
    }

    ScriptedLab cases(SignOnCase... needed) {
        cases = List.of(needed);
        return this;
    }

    ScriptedLab knowing(SignInRecipe known) {
        recipe = known;
        return this;
    }

    ScriptedLab beside(Instance second) {
        other = second;
        return this;
    }

    ScriptedLab in(AppSession opened) {
        session = opened;
        return this;
    }

    /** How sign-ins end that are no plain valid one of the known person. */
    ScriptedLab ending(Function<Person, Trial> ending) {
        end = ending;
        return this;
    }

    List<String> faults() {
        return faults;
    }

    static Trial trial(Attempt attempt, State state, What... noted) {
        return new Trial(
                attempt,
                state,
                !(attempt instanceof Attempt.Delivered delivered)
                        || !delivered.rest().text().isEmpty(),
                Stream.of(noted)
                        .map(what -> new SignInEvent(
                                1, new InstanceId(new UUID(0, 1)), null, null, what, Map.of(), Instant.EPOCH))
                        .toList());
    }

    /** The app answered with a page of refusal. */
    static Attempt refused(String words) {
        return delivered(403, words);
    }

    static Attempt delivered(int status, String words) {
        return new Attempt.Delivered(
                new Attempt.Delivery(HOME, status, Optional.empty(), Optional.empty()),
                new Page(HOME, status, "", words),
                new Attempt.Proof.None());
    }

    static Person person(String email) {
        return new Person(
                new PersonId(UUID.nameUUIDFromBytes(email.getBytes(java.nio.charset.StandardCharsets.UTF_8))),
                new OrganizationId(new UUID(0, 2)),
                "Ada",
                "Lovelace",
                email,
                Person.Status.ACTIVE,
                List.of(),
                null,
                Instant.EPOCH);
    }

    @Override
    public Optional<ObservedSignIn> observed() {
        return Optional.ofNullable(seen);
    }

    @Override
    public Instance instance() {
        return instance;
    }

    @Override
    public TestedApp tested() {
        var app = App.of(
                instance,
                instance.singleSignOn().orElseThrow(),
                HOME.resolve("/start").toString(),
                URI.create("https://idp.example/sandbox/acme/"));
        return new TestedApp(app, URI.create("https://idp.example/sandbox/acme/home"), recipe, cases);
    }

    @Override
    public Person person() {
        return ADA;
    }

    @Override
    public Optional<Instance> otherTenant() {
        return Optional.ofNullable(other);
    }

    @Override
    public Finding inSession(Person person, Function<AppSession, Finding> work) {
        return session == null ? new Finding.Unseen("No session came about.") : work.apply(session);
    }

    @Override
    public Finding controlled(Function<Trials, Finding> work) {
        var page = new Page(HOME, 200, "", "Ada");
        var detector = new SessionDetector(
                page,
                new Sessionless(List.of(new Page(HOME, 200, "", "Sign in"))),
                SignInRecipe.none(),
                Duration.ofSeconds(1));
        return work.apply(new Trials() {
            @Override
            public Trial of(Person person, SignOnCase which) {
                return person.equals(ADA) ? trial(delivered(200, "Ada"), State.ALIVE) : end.apply(person);
            }

            @Override
            public Trial of(Person person, SignOnCase which, Duration patience) {
                return of(person, which);
            }

            @Override
            public Trial broken(String fault, Person person, SignOnCase which) {
                faults.add(fault);
                return end.apply(person);
            }

            @Override
            public SessionDetector detector() {
                return detector;
            }
        });
    }

    @Override
    public Finding withNewPerson(PersonDetails details, Function<Person, Finding> work) {
        return withStranger(details, work);
    }

    @Override
    public Finding withStranger(PersonDetails details, Function<Person, Finding> work) {
        return work.apply(person(details.email()));
    }

    @Override
    public PersonDetails freshDetails() {
        return new PersonDetails("Juno", "Probe", "juno@example.com");
    }

    @Override
    public Person renamed(Person person, PersonDetails details) {
        return person;
    }

    @Override
    public void turn(Person person, Person.Status status) {
        // The end is scripted.
    }

    @Override
    public void assign(Person person, Instance to) {
        // The end is scripted.
    }
}
