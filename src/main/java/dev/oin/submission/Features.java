package dev.oin.submission;

import dev.oin.kernel.Protocol;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Parts of the product that the operator switches on.
 *
 * @param entitlements entitlement management: roles and entitlements that an app offers by SCIM (submission-rules 9)
 */
@ConfigurationProperties("oin.features")
public record Features(@DefaultValue("false") boolean entitlements) {

    /** Why the protocol cannot be chosen here; empty where it can. */
    public Optional<String> withheld(Protocol protocol) {
        return protocol == Protocol.ENTITLEMENTS && !entitlements
                ? Optional.of(
                        "Entitlement management is switched off here. The operator switches it on with oin.features.entitlements.")
                : Optional.empty();
    }
}
