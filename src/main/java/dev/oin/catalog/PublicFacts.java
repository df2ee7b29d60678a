package dev.oin.catalog;

import dev.oin.kernel.Protocol;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the public sees of a version, and nothing else: no variables, expressions, test account or internal contact. */
public record PublicFacts(
        String name,
        String description,
        String company,
        List<String> companyDomains,
        Set<Protocol> protocols,
        List<String> useCases,
        List<String> categories,
        List<String> signOn,
        List<String> provisioning,
        @Nullable String logout,
        List<Guide> guides,
        Support support,
        @Nullable String website,
        @Nullable PublicLogo logo,
        List<Proof> proofs,
        List<KnownException> exceptions) {

    public PublicFacts {
        companyDomains = List.copyOf(companyDomains);
        protocols = Set.copyOf(protocols);
        useCases = List.copyOf(useCases);
        categories = List.copyOf(categories);
        signOn = List.copyOf(signOn);
        provisioning = List.copyOf(provisioning);
        guides = List.copyOf(guides);
        proofs = List.copyOf(proofs);
        exceptions = List.copyOf(exceptions);
    }

    /** What the integration does, in words to filter by. */
    public List<String> functions() {
        var functions = new ArrayList<>(provisioning);
        if (logout != null) {
            functions.add("Universal Logout");
        }
        if (signOn.stream().anyMatch(flows -> flows.contains("dashboard"))) {
            functions.add("Sign-on from the dashboard");
        }
        if (signOn.stream().anyMatch(flows -> flows.endsWith("app"))) {
            functions.add("Sign-on from the app");
        }
        return List.copyOf(functions);
    }

    /** The same facts with what was proven of an earlier version, where nothing that can be tested changed since. */
    PublicFacts provenAs(PublicFacts earlier) {
        return new PublicFacts(
                name,
                description,
                company,
                companyDomains,
                protocols,
                useCases,
                categories,
                signOn,
                provisioning,
                logout,
                guides,
                support,
                website,
                logo,
                earlier.proofs(),
                earlier.exceptions());
    }

    /** A configuration guide. */
    public record Guide(String label, String url) {}

    /** Where customers find help. */
    public record Support(
            @Nullable String link,
            @Nullable String email,
            @Nullable String phone) {}

    /** The logo's facts. */
    public record PublicLogo(String hash, String mediaType, int width, int height, int bytes) {}

    /** What was verified, when. */
    public record Proof(String suite, int passed, int total, Instant verifiedAt) {}

    /**
     * A required check that may fail until a date.
     *
     * @param title what does not hold yet; null where it was not kept
     */
    public record KnownException(String check, @Nullable String title, String reason, LocalDate until) {}
}
