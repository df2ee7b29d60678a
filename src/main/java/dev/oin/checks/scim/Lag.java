package dev.oin.checks.scim;

import dev.oin.kernel.Pause;
import dev.oin.sandbox.scim.ScimClient;
import dev.oin.sandbox.scim.ScimReply;
import dev.oin.sandbox.scim.ScimReply.Answer;
import java.time.Duration;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * How long a server takes until it shows what was written; the standard sets no time. It is measured once, with the first resource that is made, and waited for before
 * each call that follows a change; a server that shows everything at once is not waited for.
 */
final class Lag {

    private static final Set<String> CHANGES = Set.of("POST", "PUT", "PATCH", "DELETE");
    private static final int MOST_IN_VAIN = 2;

    private final ScimClient client;
    private final Arrival arrival;
    private Duration lag = Duration.ZERO;
    private boolean measured;
    private int inVain;
    private boolean changed;

    Lag(ScimClient client, Arrival arrival) {
        this.client = client;
        this.arrival = arrival;
    }

    /** Looks until the new resource is there, and then until a search finds it. */
    void measure(String path, String id, String attribute, String name) {
        if (measured) {
            return;
        }
        measured = true;
        long start = System.nanoTime();
        boolean late = await(path + '/' + ScimClient.encoded(id), Answer::isSuccess)
                | await(
                        path + "?filter=" + ScimClient.encoded(attribute + " eq " + ScimClient.quoted(name)),
                        answer -> answer.at("$.totalResults").asInt() > 0);
        if (late) {
            lag = Duration.ofNanos(System.nanoTime() - start).plus(arrival.poll());
        }
    }

    /** True where it came, and not at the first look. */
    private boolean await(String path, Predicate<Answer> shows) {
        int[] looks = {0};
        var last = arrival.await(
                () -> {
                    looks[0]++;
                    return client.get(path);
                },
                seen -> !(seen instanceof Answer answer) || shows.test(answer));
        return looks[0] > 1 && last instanceof ScimReply.Answer answer && shows.test(answer);
    }

    /**
     * Looks for a change until it shows, for some servers show new resources at once and changes late. Where it comes late, it is waited for from then on; where looking
     * on was in vain twice, changes are not late but lost.
     */
    Observation late(Supplier<Observation> look) {
        long start = System.nanoTime();
        var first = look.get();
        if (!(first instanceof Observation.Wrong) || inVain >= MOST_IN_VAIN) {
            return first;
        }
        var last = arrival.await(look, seen -> !(seen instanceof Observation.Wrong));
        if (last instanceof Observation.Wrong) {
            inVain++;
        } else {
            var seen = Duration.ofNanos(System.nanoTime() - start).plus(arrival.poll());
            lag = lag.compareTo(seen) < 0 ? seen : lag;
        }
        return last;
    }

    void note(String method, Answer answer) {
        changed |= answer.isSuccess() && CHANGES.contains(method);
    }

    /** Whether the server shows changes late. */
    boolean isLate() {
        return !lag.isZero();
    }

    /** Waits where something was changed that may not show yet. */
    void await() {
        if (changed && !lag.isZero()) {
            Pause.of(lag);
        }
        changed = false;
    }
}
