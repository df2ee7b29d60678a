package dev.oin.sandbox.saml;

import java.util.function.UnaryOperator;

/** What happens to a response's text on its way out: nothing, unless a fault is armed. */
record Tampering(UnaryOperator<String> beforeSigning, UnaryOperator<String> afterSigning) {

    static Tampering none() {
        return new Tampering(UnaryOperator.identity(), UnaryOperator.identity());
    }
}
