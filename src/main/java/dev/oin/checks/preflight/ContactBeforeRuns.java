package dev.oin.checks.preflight;

import dev.oin.checks.CapturedCalls;
import dev.oin.checks.CheckRun;
import dev.oin.checks.Fault;
import dev.oin.checks.Outcome;
import dev.oin.checks.SideBySide;
import dev.oin.egress.GuardedHttp;
import dev.oin.kernel.InstanceId;
import dev.oin.sandbox.Instance;
import dev.oin.submission.MetadataReader;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Looks before a tester run whether the app can be reached and agrees with the submission, so that errors of configuration are not taken for the app's. What was seen
 * counts for some minutes; what is doubtful holds up nothing.
 */
@Component
public class ContactBeforeRuns {

    private static final Duration FRESH = Duration.ofMinutes(5);
    private static final int AT_ONCE = 4;

    private final InstalledContacts installed;
    private final GuardedHttp http;
    private final List<PreflightCheck> checks;
    private final ContactNotes notes;
    private final Clock clock;
    private final Map<InstanceId, Look> known = new ConcurrentHashMap<>();

    ContactBeforeRuns(
            InstalledContacts installed, GuardedHttp http, MetadataReader metadata, ContactNotes notes, Clock clock) {
        this.installed = installed;
        this.http = http;
        this.checks = PreflightChecks.all(metadata);
        this.notes = notes;
        this.clock = clock;
    }

    /** What was seen of an instance, and when; another version or an edit of the instance asks for another look. */
    private record Look(int version, Instant edited, Instant at, List<Seen> wrong) {

        boolean isFresh(Instance instance, Instant now) {
            return version == instance.version()
                    && edited.equals(instance.editedAt())
                    && at.plus(FRESH).isAfter(now);
        }
    }

    private record Seen(PreflightCheck check, Outcome outcome) {

        String words() {
            return "Not so: \"%s\". %s %s (%s)"
                    .formatted(check.title(), outcome.observed(), outcome.remedy(), check.id());
        }
    }

    /** Looks, writes down what is wrong for the head of the run, and answers the outcome of every case where none can come of any. */
    public Optional<Outcome> before(CheckRun run, Instance instance) {
        var wrong = look(instance).wrong();
        var deadEnd = wrong.stream()
                .filter(seen -> Contacts.isDeadEnd(seen.outcome()))
                .findFirst();
        if (!wrong.isEmpty()) {
            notes.keep(run.id(), head(wrong, deadEnd.isPresent()), deadEnd.isPresent());
        }
        return deadEnd.map(Seen::outcome);
    }

    private static String head(List<Seen> wrong, boolean stopped) {
        return (stopped
                        ? "Stopped before your app was judged: your configuration. "
                        : "The contact check before the run found something in your configuration. If a case fails, look here first. ")
                + wrong.stream().map(Seen::words).collect(Collectors.joining(" "));
    }

    private Look look(Instance instance) {
        var now = clock.instant();
        known.values().removeIf(old -> old.at().plus(FRESH).isBefore(now));
        var before = known.get(instance.id());
        if (before != null && before.isFresh(instance, now)) {
            return before;
        }
        var look = new Look(instance.version(), instance.editedAt(), now, wrong(instance));
        known.put(instance.id(), look);
        return look;
    }

    /** Only what is the configuration's: an app that is down or a network that fails tells its own story in the cases. */
    private List<Seen> wrong(Instance instance) {
        var signOn = instance.singleSignOn().stream().collect(Collectors.toSet());
        var applicable = checks.stream()
                .filter(check -> check.protocol() != null && signOn.contains(check.protocol()))
                .toList();
        var seen = new ConcurrentHashMap<String, Seen>();
        SideBySide.run(
                AT_ONCE, applicable, check -> seen.put(check.id().value(), new Seen(check, contact(check, instance))));
        return applicable.stream()
                .flatMap(check -> Stream.ofNullable(seen.get(check.id().value())))
                .filter(one -> one.outcome() instanceof Outcome.Failed failed && failed.blame() == Fault.CONFIGURATION)
                .toList();
    }

    private Outcome contact(PreflightCheck check, Instance instance) {
        return check.contact().apply(new Contacts(http, new CapturedCalls("contact"), List.of(installed.of(instance))));
    }
}
