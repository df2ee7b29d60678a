package dev.oin.checks.scim;

import dev.oin.checks.Check;
import dev.oin.checks.CheckId;
import dev.oin.checks.Severity;
import java.util.ArrayList;
import java.util.List;

/** Writes down a suite's assertions in the order in which they are numbered. */
final class AssertionList {

    private final String prefix;
    private final List<ScimAssertion> rows = new ArrayList<>();
    private Step step = new Step("", "", "", "");
    private int number;

    AssertionList(String prefix) {
        this.prefix = prefix;
    }

    /** The next assertions are about this step. */
    AssertionList after(Step next) {
        step = next;
        number = 0;
        return this;
    }

    AssertionList status(int status) {
        return row(new Subject.Status(), new Expectation.SameNumber(status));
    }

    AssertionList same(String path, String template) {
        return row(new Subject.At(path), new Expectation.Same(template));
    }

    AssertionList sameNumber(String path, int value) {
        return row(new Subject.At(path), new Expectation.SameNumber(value));
    }

    AssertionList number(String path) {
        return row(new Subject.At(path), new Expectation.IsNumber());
    }

    AssertionList nonEmpty(String path) {
        return row(new Subject.At(path), new Expectation.NonEmpty());
    }

    AssertionList has(String path, String text) {
        return row(new Subject.At(path), new Expectation.Has(text));
    }

    AssertionList listIfAny() {
        return row(new Subject.At("$"), new Expectation.ListIfAny());
    }

    /** Whether the test person is among the members, where the answer shows any. */
    AssertionList member(boolean there) {
        return row(new Subject.At("$"), new Expectation.Member(there));
    }

    /** Whether the test person has what was given, beside what they keep. */
    AssertionList entitled(boolean there) {
        return row(new Subject.At("$"), new Expectation.Entitled(there));
    }

    AssertionList effect() {
        return row(new Subject.Effect(), new Expectation.SameNumber(200));
    }

    /** Warns at most: speed is not correctness. */
    AssertionList faster(int milliseconds) {
        return row(Severity.WARNING, new Subject.ResponseTime(), new Expectation.FasterThan(milliseconds));
    }

    private AssertionList row(Subject subject, Expectation expectation) {
        return row(Severity.REQUIRED, subject, expectation);
    }

    private AssertionList row(Severity severity, Subject subject, Expectation expectation) {
        number++;
        var id = new CheckId(prefix + '-' + step.id().substring(1) + '.' + number);
        rows.add(new ScimAssertion(id, severity, step, subject, expectation));
        return this;
    }

    List<Check> checks() {
        return List.copyOf(rows);
    }
}
