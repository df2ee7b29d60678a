package dev.oin.web.portal;

import dev.oin.egress.Capture;
import dev.oin.sandbox.Entitlement;
import dev.oin.sandbox.Instance;
import dev.oin.sandbox.scim.OfferedEntitlements;
import dev.oin.sandbox.scim.Provisioning;
import dev.oin.submission.Features;
import java.util.List;
import org.springframework.stereotype.Component;

/** The roles and entitlements that can be given in an instance, as its app offers them now. */
@Component
class ManagedEntitlements {

    private final Provisioning provisioning;
    private final Features features;

    ManagedEntitlements(Provisioning provisioning, Features features) {
        this.provisioning = provisioning;
        this.features = features;
    }

    /** Whether the instance's app has entitlement management, and it can be called. */
    boolean areManaged(Instance instance) {
        var scim = instance.app().scim();
        return features.entitlements()
                && instance.active()
                && instance.scimCredentialsSet()
                && scim != null
                && scim.entitlements() != null;
    }

    /** What one type of resources offers. */
    record Offer(String type, OfferedEntitlements.Listed listed) {

        List<Entitlement> values() {
            return listed.values();
        }
    }

    /** Asks the app, while somebody waits for a page. */
    List<Offer> of(Instance instance) {
        return provisioning.hurried().offered(instance, Capture.NONE).stream()
                .flatMap(offered -> offered.types().stream().map(type -> new Offer(type.name(), offered.all(type))))
                .toList();
    }
}
