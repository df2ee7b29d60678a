package dev.oin.sandbox.scim;

import dev.oin.kernel.InstanceId;
import dev.oin.kernel.Pause;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How long one piece of work waits for busy apps altogether. A run waits for each call as long as the app asks; while somebody waits for a page, a few seconds go to each
 * app, and one that is busy even then, or does not answer, is left alone for the rest of the work.
 */
final class Haste {

    private static final Duration MOST = Patience.BRIEF.most();

    private final boolean hurried;
    private final Map<InstanceId, Duration> waited = new ConcurrentHashMap<>();
    private final Set<InstanceId> busy = ConcurrentHashMap.newKeySet();

    private Haste(boolean hurried) {
        this.hurried = hurried;
    }

    static Haste none() {
        return new Haste(false);
    }

    /** For one piece of work. */
    static Haste ofPage() {
        return new Haste(true);
    }

    /** For the next call to the app. */
    Patience patience(InstanceId app) {
        if (!hurried) {
            return Patience.USUAL;
        }
        var left = MOST.minus(waited.getOrDefault(app, Duration.ZERO));
        return new Patience(left, wait -> {
            waited.merge(app, wait, Duration::plus);
            return Pause.of(wait);
        });
    }

    /** Whether the app was busy for too long, or did not answer. */
    boolean leavesAlone(InstanceId app) {
        return busy.contains(app);
    }

    /** The app was busy to the end, or did not answer; true where it is left alone from now on. */
    boolean givesUp(InstanceId app) {
        if (hurried) {
            busy.add(app);
        }
        return hurried;
    }
}
