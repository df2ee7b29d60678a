package dev.oin.sandbox.saml;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.opensaml.saml.saml2.core.AuthnContextClassRef;
import org.opensaml.saml.saml2.core.AuthnContextComparisonTypeEnumeration;
import org.opensaml.saml.saml2.core.AuthnContextDeclRef;
import org.opensaml.saml.saml2.core.RequestedAuthnContext;

/**
 * The ways of signing in that an app would accept (Core 3.3.2.2.1).
 *
 * @param references classes and declarations; empty for any
 */
record RequestedContexts(AuthnContextComparisonTypeEnumeration comparison, List<String> references) {

    private static final String PROTECTED = "urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport";

    /** What can be stated of a password typed into our page, the weakest first. */
    private static final List<String> OURS = List.of(
            "urn:oasis:names:tc:SAML:2.0:ac:classes:unspecified",
            "urn:oasis:names:tc:SAML:2.0:ac:classes:Password",
            PROTECTED);

    RequestedContexts {
        references = List.copyOf(references);
    }

    static RequestedContexts of(@Nullable RequestedAuthnContext requested) {
        if (requested == null) {
            return new RequestedContexts(AuthnContextComparisonTypeEnumeration.EXACT, List.of());
        }
        var classes = requested.getAuthnContextClassRefs().stream().map(AuthnContextClassRef::getURI);
        var declarations = requested.getAuthnContextDeclRefs().stream().map(AuthnContextDeclRef::getURI);
        var comparison = requested.getComparison();
        return new RequestedContexts(
                comparison == null ? AuthnContextComparisonTypeEnumeration.EXACT : comparison,
                Stream.concat(classes, declarations)
                        .flatMap(uri -> Optional.ofNullable(uri).stream())
                        .map(String::strip)
                        .filter(uri -> !uri.isEmpty())
                        .toList());
    }

    /** The class to state; empty where none of ours would be accepted. All that is not ours is stronger. */
    Optional<String> statable() {
        if (references.isEmpty()) {
            return Optional.of(PROTECTED);
        }
        return switch (comparison) {
            case EXACT, MINIMUM -> named();
            case MAXIMUM -> named().or(() -> Optional.of(PROTECTED));
            case BETTER ->
                references.stream().allMatch(RequestedContexts::isWeaker) ? Optional.of(PROTECTED) : Optional.empty();
        };
    }

    private Optional<String> named() {
        return references.stream().filter(OURS::contains).findFirst();
    }

    private static boolean isWeaker(String reference) {
        return OURS.contains(reference) && !reference.equals(PROTECTED);
    }
}
