package dev.oin.sandbox.logout;

import dev.oin.egress.Capture;
import dev.oin.egress.Reply;
import dev.oin.sandbox.Assignments;
import dev.oin.sandbox.Instance;
import dev.oin.sandbox.Person;
import dev.oin.sandbox.SandboxSessions;
import java.util.List;
import org.springframework.stereotype.Component;

/** "Clear sessions" of a person, on demand in apps with Universal Logout too (testing-rules 5). */
@Component
public class ClearSessions {

    private final SandboxSessions sessions;
    private final Assignments assignments;
    private final UniversalLogout logout;

    ClearSessions(SandboxSessions sessions, Assignments assignments, UniversalLogout logout) {
        this.sessions = sessions;
        this.assignments = assignments;
        this.logout = logout;
    }

    /** What an app answered to the revocation. */
    public record AppAnswer(String app, String words, boolean done) {}

    /** What was ended. */
    public record Cleared(int sessions, List<AppAnswer> apps) {

        public Cleared {
            apps = List.copyOf(apps);
        }
    }

    /** Ends the person's sessions here, and asks the apps to end theirs; calls over the network, so never inside a transaction. */
    public Cleared clear(Person person, boolean inApps) {
        var ended = sessions.end(person.id());
        var apps = inApps
                ? assignments.instancesOf(person.id()).stream()
                        .filter(Instance::logoutEnabled)
                        .flatMap(instance -> UniversalLogout.endpoint(instance).stream()
                                .map(endpoint ->
                                        answer(instance, logout.revoke(instance, endpoint, person, Capture.NONE))))
                        .toList()
                : List.<AppAnswer>of();
        return new Cleared(ended, apps);
    }

    private static AppAnswer answer(Instance instance, Reply reply) {
        return switch (reply) {
            case Reply.Answered answered
            when answered.status() == 204 -> new AppAnswer(instance.label(), "took the revocation (204)", true);
            case Reply.Answered answered -> new AppAnswer(instance.label(), "answered " + answered.status(), false);
            case Reply.Refused(var reason) -> new AppAnswer(instance.label(), reason, false);
            case Reply.Unreachable(var reason, var late) -> new AppAnswer(instance.label(), reason, false);
        };
    }
}
