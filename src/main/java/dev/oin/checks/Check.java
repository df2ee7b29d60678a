package dev.oin.checks;

import java.util.Optional;

/** A small named thing to verify; its text is what the published catalogue shows. */
public interface Check {

    /** Unique within its suite. */
    CheckId id();

    /** An assertion, true when passed. */
    String title();

    /** How much it weighs. */
    Severity severity();

    /** Where the rule is written; empty where no document says it. */
    String clause();

    /** What goes wrong in an app that fails it. */
    String why();

    /** What a wrong and a right behaviour look like. */
    String example();

    /** What to change in an app that fails it. */
    String remedy();

    /** The field of the submission to change where it fails, if it is always the same. */
    default Optional<String> field() {
        return Optional.empty();
    }

    /** The product version that brought it. */
    default String since() {
        return "0.1";
    }
}
