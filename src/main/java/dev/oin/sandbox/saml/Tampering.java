package dev.oin.sandbox.saml;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/**
 * What happens to a response on its way out: nothing, unless a fault is armed.
 *
 * @param acs from the address that was asked for and all that are registered to where the answer goes
 */
record Tampering(
        BiFunction<String, List<String>, String> acs,
        UnaryOperator<String> beforeSigning,
        UnaryOperator<String> afterSigning) {

    Tampering(UnaryOperator<String> beforeSigning, UnaryOperator<String> afterSigning) {
        this((asked, registered) -> asked, beforeSigning, afterSigning);
    }

    static Tampering none() {
        return new Tampering(UnaryOperator.identity(), UnaryOperator.identity());
    }
}
