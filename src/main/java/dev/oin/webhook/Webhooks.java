package dev.oin.webhook;

import dev.oin.account.Caller;
import dev.oin.account.MemberRole;
import dev.oin.egress.AddressRules;
import dev.oin.kernel.OrganizationId;
import dev.oin.vault.Secret;
import java.net.URI;
import java.net.URISyntaxException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The addresses at which an organisation wants to be called; its admins' to choose. */
@Component
public class Webhooks {

    private static final int MOST = 5;
    private static final int KEY_BYTES = 32;
    private static final int LONGEST = 1024;
    private static final Duration CHANGE_OVER = Duration.ofDays(1);

    private final WebhookRows rows;
    private final DeliveryRows deliveries;
    private final AddressRules addresses;
    private final SecureRandom random;
    private final Clock clock;

    Webhooks(WebhookRows rows, DeliveryRows deliveries, AddressRules addresses, SecureRandom random, Clock clock) {
        this.rows = rows;
        this.deliveries = deliveries;
        this.addresses = addresses;
        this.random = random;
        this.clock = clock;
    }

    /** Whether the caller chooses for its organisation. */
    public static boolean mayManage(Caller caller) {
        return caller.organization() != null
                && (caller.memberRoles().contains(MemberRole.SUPER_ADMIN)
                        || caller.memberRoles().contains(MemberRole.ORG_ADMIN));
    }

    /** The organisation's addresses. */
    public List<Webhook> of(OrganizationId organization) {
        return rows.of(organization);
    }

    /** The latest calls, newest first. */
    public List<Delivery> deliveries(OrganizationId organization, int limit) {
        return deliveries.of(organization, limit);
    }

    /** Adds the address; its key is shown once. */
    @Transactional
    public Added add(OrganizationId organization, String url, Caller caller) {
        var objection = objection(url);
        if (objection.isPresent()) {
            return new Added.Refused(objection.get());
        }
        if (rows.of(organization).size() >= MOST) {
            return new Added.Refused("An organization has at most %d webhooks.".formatted(MOST));
        }
        var key = newKey();
        var id = rows.add(organization, url.strip(), key, caller.account(), clock.instant());
        deliveries.add(id, "ping", "{\"event\":\"ping\"}", clock.instant());
        return new Added.Done(id, key);
    }

    /** Signs the address's calls with a new key, shown once; for a day the one before it signs them as well. Empty where it is none of the organisation's. */
    @Transactional
    public Optional<Secret> renewKey(OrganizationId organization, UUID id) {
        var key = newKey();
        return rows.renew(id, organization, key, clock.instant().plus(CHANGE_OVER))
                ? Optional.of(key)
                : Optional.empty();
    }

    private Secret newKey() {
        var bytes = new byte[KEY_BYTES];
        random.nextBytes(bytes);
        return new Secret("whsec_" + HexFormat.of().formatHex(bytes));
    }

    /** Removes the address with its log; false where it is none of the organisation's. */
    @Transactional
    public boolean remove(OrganizationId organization, UUID id) {
        return rows.remove(id, organization);
    }

    /** Makes a failed call once more; false where it is none of the organisation's. */
    @Transactional
    public boolean retry(OrganizationId organization, UUID delivery) {
        return deliveries.retry(delivery, organization, clock.instant());
    }

    private Optional<String> objection(String url) {
        try {
            return url.length() > LONGEST
                    ? Optional.of("Give an address of at most %d characters.".formatted(LONGEST))
                    : addresses.objection(new URI(url.strip()));
        } catch (URISyntaxException malformed) {
            return Optional.of("\"%s\" is not an address.".formatted(url.strip()));
        }
    }

    /** What became of a new address. */
    public sealed interface Added {

        /** It is called from now on; the key signs its calls. */
        record Done(UUID id, Secret key) implements Added {}

        /** It is not, for the reason. */
        record Refused(String because) implements Added {}
    }
}
