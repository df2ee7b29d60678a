package dev.oin.sample.people;

/** Tells people of the second tenant from all others, by the identity provider that vouches for them. */
public interface Tenants {

    /** Whether the issuer is the second tenant's. */
    boolean isSecondIssuer(String issuer);

    default boolean isSecond(Identity identity) {
        return isSecondIssuer(identity.issuer());
    }

    default boolean isSecond(Account account) {
        return account.identities().stream().anyMatch(this::isSecond);
    }
}
