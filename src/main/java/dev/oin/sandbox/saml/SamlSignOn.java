package dev.oin.sandbox.saml;

import dev.oin.sandbox.AppUsers;
import dev.oin.sandbox.Assignments;
import dev.oin.sandbox.Instance;
import dev.oin.sandbox.NoteSignIn;
import dev.oin.sandbox.People;
import dev.oin.sandbox.SignInEvent.What;
import dev.oin.sandbox.login.SandboxPrincipal;
import dev.oin.sandbox.saml.PendingRequests.Waiting;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The single sign-on of one instance: takes requests, waits for people, and answers (Prof 4.1). */
@Component
class SamlSignOn {

    private static final String REMEDY = "Correct the app's SAML settings, or the submission's, so that they agree.";

    private final AuthnRequestReader reader;
    private final AuthnRequestRules rules;
    private final SamlParties parties;
    private final SamlAnswers answers;
    private final PendingRequests pending;
    private final ArmedTampering tampering;
    private final Assignments assignments;
    private final People people;
    private final AppUsers appUsers;
    private final NoteSignIn log;
    private final Clock clock;

    SamlSignOn(
            AuthnRequestReader reader,
            AuthnRequestRules rules,
            SamlParties parties,
            SamlAnswers answers,
            PendingRequests pending,
            ArmedTampering tampering,
            Assignments assignments,
            People people,
            AppUsers appUsers,
            NoteSignIn log,
            Clock clock) {
        this.reader = reader;
        this.rules = rules;
        this.parties = parties;
        this.answers = answers;
        this.pending = pending;
        this.tampering = tampering;
        this.assignments = assignments;
        this.people = people;
        this.appUsers = appUsers;
        this.log = log;
        this.clock = clock;
    }

    /** Takes an app's request; whoever is signed in is looked at in the next step. */
    SsoStep receive(Instance instance, ReceivedMessage message) {
        var app = parties.app(instance);
        try {
            var request = reader.read(message, app);
            log.note(
                    instance.id(),
                    null,
                    null,
                    What.SAML_REQUEST_RECEIVED,
                    SamlNotes.of(request, app, message.relayState()));
            return judged(instance, rules.judge(request, parties.provider(instance), app), message.relayState());
        } catch (UnreadableSaml unreadable) {
            return refused(instance, "The request cannot be read: " + unreadable.reason() + ".");
        }
    }

    private SsoStep judged(Instance instance, RequestVerdict verdict, @Nullable String relayState) {
        return switch (verdict) {
            case RequestVerdict.Refused(var reason) -> refused(instance, reason);
            case RequestVerdict.Denied(var request, var acs, var denial) ->
                deny(instance, null, new Target(acs, request.id(), relayState), denial);
            case RequestVerdict.Accepted accepted -> {
                var force = accepted.request().forceAuthn() && instance.signOn().honoursForceAuthn();
                var waiting = new Waiting(
                        Reply.to(accepted, relayState), accepted.request().passive(), force ? clock.instant() : null);
                yield new SsoStep.Continue(pending.keep(instance.id(), waiting));
            }
        };
    }

    /** Goes on with a request that was kept. */
    SsoStep resume(Instance instance, String name, @Nullable SandboxPrincipal principal) {
        var found = pending.find(instance.id(), name);
        if (found.isEmpty()) {
            return new SsoStep.Explain(
                    "This sign-in was finished already, or took longer than fifteen minutes.",
                    "Start again in the app.");
        }
        var waiting = found.get();
        if (principal == null || !waiting.accepts(principal.authenticatedAt())) {
            return waiting.passive() && pending.take(name)
                    ? deny(instance, principal, Target.of(waiting.reply()), Denial.noPassive())
                    : new SsoStep.AskToSignIn(name);
        }
        return pending.take(name) ? answer(instance, waiting.reply(), principal) : resume(instance, name, principal);
    }

    /** Starts at the tile, without a request (Prof 4.1.5). */
    SsoStep start(Instance instance, SandboxPrincipal principal) {
        return answer(
                instance,
                Reply.unsolicited(parties.app(instance), instance.signOn().relayState()),
                principal);
    }

    private SsoStep answer(Instance instance, Reply reply, SandboxPrincipal principal) {
        var refusal = refusal(instance, principal);
        if (refusal.isPresent()) {
            return deny(instance, principal, Target.of(reply), Denial.requestDenied(refusal.get()));
        }
        var person = people.find(principal.person()).orElseThrow();
        var subject =
                new Subject(person, principal.authenticatedAt(), principal.session(), appUsers.named(instance, person));
        var app = parties.app(instance);
        var armed = tampering.of(principal, instance.id());
        var sent = reply.to(armed.acs().apply(reply.acs(), app.acsUrls()));
        var answer = answers.success(parties.provider(instance), app, sent, subject, armed);
        var run = principal.run().orElse(null);
        if (reply.inResponseTo() != null) {
            log.attribute(instance.id(), reply.inResponseTo(), principal.person(), run);
        }
        log.note(instance.id(), principal.person(), run, What.SAML_ANSWERED, SamlNotes.of(sent));
        return new SsoStep.Send(answer);
    }

    private Optional<String> refusal(Instance instance, SandboxPrincipal principal) {
        if (!instance.active()) {
            return Optional.of("The instance is turned off.");
        }
        return principal.reaches(instance.id()) && assignments.isAssigned(instance.id(), principal.person())
                ? Optional.empty()
                : Optional.of("The person is not assigned to this app.");
    }

    private SsoStep deny(Instance instance, @Nullable SandboxPrincipal principal, Target target, Denial denial) {
        log.note(
                instance.id(),
                principal == null ? null : principal.person(),
                principal == null ? null : principal.run().orElse(null),
                What.SAML_DENIED,
                SamlNotes.of(target.acs(), target.request(), denial));
        return new SsoStep.Send(answers.denial(
                parties.provider(instance), target.acs(), target.request(), denial, target.relayState()));
    }

    private SsoStep refused(Instance instance, String reason) {
        log.note(instance.id(), null, null, What.SAML_REQUEST_REFUSED, Map.of("reason", reason));
        return new SsoStep.Explain(reason, REMEDY);
    }

    /** Where an error goes. */
    private record Target(
            String acs, @Nullable String request, @Nullable String relayState) {

        static Target of(Reply reply) {
            return new Target(reply.acs(), reply.inResponseTo(), reply.relayState());
        }
    }
}
