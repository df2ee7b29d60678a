package dev.oin.account;

/**
 * A domain that an organisation says is its own.
 *
 * @param record the name at which a TXT record proves it
 * @param proof what that record holds
 */
public record DomainClaim(String domain, String record, String proof) {

    static DomainClaim of(String domain, String proof) {
        return new DomainClaim(domain, "_oin-challenge." + domain, "oin-domain-verification=" + proof);
    }
}
