package dev.oin.checks.logout;

import dev.oin.checks.CapturedCalls;
import dev.oin.checks.CheckRun;
import dev.oin.checks.Evidence;
import dev.oin.checks.Fault;
import dev.oin.checks.Outcome;
import dev.oin.checks.sso.AppSession;
import dev.oin.egress.Call;
import dev.oin.egress.Reply;
import dev.oin.egress.Reply.Answered;
import dev.oin.kernel.Pause;
import dev.oin.sandbox.Instance;
import dev.oin.sandbox.Person;
import dev.oin.sandbox.fault.ExtraKeys;
import dev.oin.sandbox.logout.LogoutToken;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** One check's bench: the app's endpoint, a person, and a session when one is needed. */
final class LogoutLab {

    private final LogoutTools tools;
    private final CheckRun run;
    private final Instance instance;
    private final URI endpoint;
    private final List<Person> people;
    private final Evidence evidence;
    private final LateEnds lateEnds;
    private final CapturedCalls calls = new CapturedCalls("logout");

    LogoutLab(
            LogoutTools tools,
            CheckRun run,
            Instance instance,
            URI endpoint,
            List<Person> people,
            Evidence evidence,
            LateEnds lateEnds) {
        this.tools = tools;
        this.run = run;
        this.instance = instance;
        this.endpoint = endpoint;
        this.people = List.copyOf(people);
        this.evidence = evidence;
        this.lateEnds = lateEnds;
    }

    LogoutTools tools() {
        return tools;
    }

    CapturedCalls calls() {
        return calls;
    }

    Instance instance() {
        return instance;
    }

    URI endpoint() {
        return endpoint;
    }

    Person person() {
        return people.getFirst();
    }

    Optional<Person> somebodyElse() {
        return people.stream().skip(1).findFirst();
    }

    boolean isPartial() {
        var logout = instance.app().logout();
        return logout != null && logout.partial();
    }

    /** Another active instance of the same submission and protocol, whose app may be another tenant's. */
    Optional<Instance> otherTenant() {
        return tools.otherTenants().beside(instance);
    }

    static String seconds(Duration time) {
        return time.toMillis() < 50
                ? "less than 0.1 s"
                : String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
    }

    Duration patience() {
        return tools.properties().sessionEnds();
    }

    void step(String words) {
        evidence.step(words);
    }

    /** Does the work while the person has a session in the app, and none at the identity provider that could bring a new one. */
    Outcome withSession(Function<AppSession, Outcome> work) {
        var left = lateEnds.left();
        if (!left.isZero()) {
            step("Waited " + seconds(left) + ", for the app may still be ending sessions for an earlier call");
            Pause.of(left);
        }
        return tools.sessions().with(run, instance, person(), evidence, session -> {
            endAtProvider(person());
            return work.apply(session);
        });
    }

    /** Does the work while somebody whom only the other tenant knows has a session there. */
    Outcome withSessionElsewhere(Instance other, BiFunction<Person, AppSession, Outcome> work) {
        return withSession(
                mine -> tools.otherTenants()
                        .withNewPerson(
                                run,
                                other,
                                person -> mine.at(other, person)
                                        .map(theirs -> {
                                            endAtProvider(person);
                                            return work.apply(person, theirs);
                                        })
                                        .orElseGet(
                                                () -> new Outcome.NotApplicable(
                                                        "Nobody new could sign in from the tile of \"" + other.label()
                                                                + "\": connect it to a second tenant of the app that creates people."))));
    }

    /** Puts a key into the key set until the run's checks are over. */
    void publish(ExtraKeys.Key key) {
        tools.extraKeys().publish(run.id(), instance.organization(), key);
        step("Put the new key " + key.id() + " into the key set");
    }

    /** Takes the key out again. */
    void withdrawKeys() {
        tools.extraKeys().withdraw(run.id());
    }

    /** Whether the app has read the key set since. */
    boolean wereKeysRead() {
        return tools.extraKeys().wasRead(run.id());
    }

    void endAtProvider(Person somebody) {
        tools.sandboxSessions().end(somebody.id());
        step("Cleared the sessions of " + somebody.email() + " at the identity provider");
    }

    /** A valid call for the person. */
    Call valid() {
        return valid(tools.logout().subject(instance, person()));
    }

    Call valid(Map<String, Object> subject) {
        return tools.logout().call(endpoint, signed(token()), tools.logout().body(subject));
    }

    LogoutToken token() {
        return tools.tokens().of(instance, endpoint);
    }

    String signed(LogoutToken token) {
        return tools.tokens().signed(token, instance);
    }

    /** The call with another token. */
    Call with(String token) {
        return tools.logout()
                .call(endpoint, token, tools.logout().body(tools.logout().subject(instance, person())));
    }

    /** The valid call with another body. */
    Call body(String text) {
        return tools.logout().call(endpoint, signed(token()), text);
    }

    Reply send(Call call) {
        call.headers().stream()
                .filter(header -> header.name().equalsIgnoreCase("Authorization"))
                .map(header -> header.value().replaceFirst("^\\S+\\s*", ""))
                .filter(token -> token.length() > 20)
                .forEach(evidence::secret);
        var reply = tools.logout().send(call, calls);
        if (reply instanceof Answered answer && RefusedRevocation.isTaken(answer.status())) {
            lateEnds.taken();
        }
        return reply;
    }

    /** Notes that a session was over so long after a revocation for it. */
    void sawEnd(Duration after) {
        lateEnds.saw(after);
    }

    /** Revokes with a valid call; what is done with the answer where it was taken, or why it was not. */
    Outcome revoked(Function<Answered, Outcome> next) {
        step("Sent a revocation for " + person().email());
        return answered(
                send(valid()),
                answer -> RefusedRevocation.isTaken(answer.status())
                        ? RefusedRevocation.taken(answer.status(), next.apply(answer))
                        : RefusedRevocation.outcome(answer.status()));
    }

    Outcome answered(Reply reply, Function<Answered, Outcome> next) {
        return switch (reply) {
            case Answered answer -> next.apply(answer);
            case Reply.Refused(var reason) ->
                new Outcome.Failed(
                        Fault.CONFIGURATION,
                        "The endpoint is on the public internet.",
                        reason,
                        "Correct the Universal Logout endpoint on page 2.");
            case Reply.Unreachable(var reason, var late) ->
                new Outcome.Errored(
                        Fault.NETWORK,
                        "The endpoint " + endpoint + " answers within 10 seconds.",
                        reason,
                        "Make the endpoint reachable from where this product runs, then run again.");
        };
    }
}
