package dev.oin.catalog;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Answers of the catalog as of one revision; a newer revision forgets them, and the least asked for give way. */
final class KeptFinds {

    private static final int MOST = 500;

    private final Map<Object, Object> answers = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Object, Object> eldest) {
            return size() > MOST;
        }
    };
    private long revision;

    /** The answer to the question, found anew where it is not known as of the revision. */
    @SuppressWarnings("unchecked")
    <T> T at(long asOf, Object question, Supplier<T> find) {
        synchronized (this) {
            if (asOf > revision) {
                answers.clear();
                revision = asOf;
            }
            var known = answers.get(question);
            if (known != null && asOf == revision) {
                return (T) known;
            }
        }
        var found = find.get();
        keep(asOf, question, found);
        return found;
    }

    private synchronized void keep(long asOf, Object question, Object found) {
        if (asOf == revision) {
            answers.put(question, found);
        }
    }
}
