package dev.oin.sandbox.saml;

import dev.oin.sandbox.NameIdFormat;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Decides whether a request may be answered, and where to (Core 3.4.1, Prof 4.1.4.1). */
@Component
final class AuthnRequestRules {

    private static final Duration SKEW = Duration.ofMinutes(5);
    private static final String POST = "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST";

    private final Clock clock;

    AuthnRequestRules(Clock clock) {
        this.clock = clock;
    }

    RequestVerdict judge(SamlRequest request, IdentityProvider provider, ServiceProvider app) {
        var reason = refusal(request, provider, app);
        if (reason.isPresent()) {
            return new RequestVerdict.Refused(reason.get());
        }
        var acs = acs(request, app);
        if (acs.isEmpty()) {
            return new RequestVerdict.Refused(unknownAcs(request));
        }
        var denial = denial(request);
        if (denial.isPresent()) {
            return new RequestVerdict.Denied(request, acs.get(), denial.get());
        }
        return request.contexts()
                .statable()
                .<RequestVerdict>map(context -> new RequestVerdict.Accepted(
                        request, acs.get(), format(request).orElse(app.defaultFormat()), context))
                .orElseGet(() -> new RequestVerdict.Denied(request, acs.get(), Denial.noAuthnContext()));
    }

    private Optional<String> refusal(SamlRequest request, IdentityProvider provider, ServiceProvider app) {
        if (!"2.0".equals(request.version())) {
            return Optional.of("Version is \"" + request.version() + "\"; it must be \"2.0\".");
        }
        if (!app.entityId().equals(request.issuer())) {
            return Optional.of("Issuer is " + quoted(request.issuer()) + "; this instance expects \"" + app.entityId()
                    + "\", the Entity ID (audience restriction) of the submission.");
        }
        if (request.signature() instanceof RequestSignature.Wrong) {
            return Optional.of(
                    "The request's signature is wrong: it was changed after signing, or made with another key than its certificate's (Core 5.4).");
        }
        var destination = request.destination();
        if (destination != null && !destination.equals(provider.ssoUrl())) {
            return Optional.of("Destination is \"" + destination + "\"; it must be \"" + provider.ssoUrl() + "\".");
        }
        return staleness(request);
    }

    private Optional<String> staleness(SamlRequest request) {
        var issued = request.issueInstant();
        if (issued == null) {
            return Optional.of("IssueInstant is missing.");
        }
        var now = clock.instant();
        var age = Duration.between(issued, now);
        return age.abs().compareTo(SKEW) <= 0
                ? Optional.empty()
                : Optional.of("IssueInstant is " + issued + ", which is more than five minutes from now, " + now + ".");
    }

    private static Optional<String> acs(SamlRequest request, ServiceProvider app) {
        var url = request.acsUrl();
        var index = request.acsIndex();
        if (url != null && index != null) {
            return Optional.empty();
        }
        if (url != null) {
            return app.hasAcs(url) ? Optional.of(url) : Optional.empty();
        }
        return index == null ? Optional.of(app.defaultAcs()) : app.acs(index);
    }

    private static String unknownAcs(SamlRequest request) {
        if (request.acsUrl() != null && request.acsIndex() != null) {
            return "The request names both an AssertionConsumerServiceURL and an AssertionConsumerServiceIndex; only one is allowed.";
        }
        return request.acsUrl() != null
                ? "AssertionConsumerServiceURL \"" + request.acsUrl() + "\" is not registered for this instance."
                : "AssertionConsumerServiceIndex " + request.acsIndex() + " is not registered for this instance.";
    }

    private static Optional<Denial> denial(SamlRequest request) {
        var binding = request.protocolBinding();
        if (binding != null && !binding.equals(POST)) {
            return Optional.of(Denial.unsupportedBinding(binding));
        }
        var format = request.nameIdFormat();
        if (format != null && NameIdFormat.of(format).isEmpty()) {
            return Optional.of(Denial.invalidNameIdPolicy(format));
        }
        return Optional.empty();
    }

    private static Optional<NameIdFormat> format(SamlRequest request) {
        return Optional.ofNullable(request.nameIdFormat()).flatMap(NameIdFormat::of);
    }

    private static String quoted(@Nullable String text) {
        return text == null ? "missing" : "\"" + text + "\"";
    }
}
