package dev.oin.submission;

import dev.oin.kernel.Problem;
import java.time.Instant;
import java.util.List;

/** What came of the wish to change a submission. */
public sealed interface SaveOutcome {

    /**
     * Saved; wrong meaning is saved too and listed.
     *
     * @param changed false where the content was already so: no new revision
     */
    record Saved(Submission submission, List<Problem> problems, boolean changed) implements SaveOutcome {}

    /** Nothing was saved: a value cannot be stored. */
    record Malformed(List<Misfit> misfits) implements SaveOutcome {

        public Malformed {
            misfits = List.copyOf(misfits);
        }

        /** Whether all values have the right type, and only their length, list or file is wrong. */
        public boolean isOnlyAboutValues() {
            return misfits.stream().allMatch(misfit -> misfit.kind() == Misfit.Kind.VALUE);
        }
    }

    /**
     * Nothing was saved: somebody else saved in between.
     *
     * @param changes what differs from the revision that the caller has seen
     */
    record Stale(Submission current, String changedBy, Instant changedAt, List<Difference> changes)
            implements SaveOutcome {

        public Stale {
            changes = List.copyOf(changes);
        }
    }

    /** Nothing was saved: the state does not allow it. */
    record Locked(String reason) implements SaveOutcome {}

    /** There is no such submission for the caller. */
    record NotFound() implements SaveOutcome {}

    /** The caller's role does not allow it. */
    record Forbidden(String reason) implements SaveOutcome {}

    /**
     * Why a value cannot be stored.
     *
     * @param field the field's key or, for an unknown member, its path
     */
    record Misfit(String field, String rule, String message, Kind kind) {

        static Misfit unknown(String path) {
            return new Misfit(path, "unknown", "There is no member %s here.".formatted(path), Kind.SHAPE);
        }

        /** The same of a page that stands in a larger document: paths begin there, keys of fields and lists stay. */
        Misfit within(String member) {
            if (Fields.find(field).isPresent() || Fields.list(field).isPresent()) {
                return this;
            }
            var path = field.isEmpty() ? member : member + "." + field;
            return rule.equals("unknown") ? unknown(path) : new Misfit(path, rule, message, kind);
        }

        /** What is wrong with it. */
        public enum Kind {
            /** Malformed, unknown, or of the wrong type. */
            SHAPE,
            /** Too long, not in its list, or a bad file. */
            VALUE
        }
    }
}
