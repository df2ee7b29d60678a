package dev.oin.submission.expression;

/** The expressions of the product, for tests of other packages. */
public final class ExpressionFixture {

    private ExpressionFixture() {}

    public static Expressions expressions() {
        return new StaticExpressions();
    }
}
