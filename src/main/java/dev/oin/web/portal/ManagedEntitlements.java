package dev.oin.web.portal;

import dev.oin.egress.Capture;
import dev.oin.sandbox.Entitlement;
import dev.oin.sandbox.Instance;
import dev.oin.sandbox.SandboxProperties;
import dev.oin.sandbox.scim.OfferedEntitlements;
import dev.oin.sandbox.scim.Provisioning;
import dev.oin.submission.Features;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The roles and entitlements that can be given in an instance, as its app offered them a short time ago. */
@Component
class ManagedEntitlements implements AutoCloseable {

    private static final Duration KEPT = Duration.ofMinutes(5);

    private final Provisioning provisioning;
    private final Features features;
    private final KeptReadings<Instance, List<Offer>> readings;

    ManagedEntitlements(Provisioning provisioning, Features features, SandboxProperties properties, Clock clock) {
        this.readings = new KeptReadings<>(clock, KEPT, properties.appPatience());
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

    /** What the app offers, and when it was asked; empty where it has not answered yet. What is not complete is not kept. */
    Optional<KeptReadings.Reading<List<Offer>>> of(Instance instance) {
        var reading = readings.of(instance, () -> ask(instance));
        reading.filter(read -> !isComplete(read.value())).ifPresent(poor -> readings.forget(instance));
        return reading;
    }

    /** Asks the app anew. */
    void readAgain(Instance instance) {
        readings.forget(instance);
    }

    private static boolean isComplete(List<Offer> offers) {
        return !offers.isEmpty()
                && offers.stream().allMatch(offer -> offer.listed().answered());
    }

    @Override
    public void close() {
        readings.close();
    }

    private List<Offer> ask(Instance instance) {
        return provisioning.hurried().offered(instance, Capture.NONE).stream()
                .flatMap(offered -> offered.types().stream().map(type -> new Offer(type.name(), offered.all(type))))
                .toList();
    }
}
