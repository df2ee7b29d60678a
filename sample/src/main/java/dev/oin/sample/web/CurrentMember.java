package dev.oin.sample.web;

import dev.oin.sample.oidc.OidcMember;
import dev.oin.sample.people.Member;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/** Finds the member behind whatever a protocol left in the session. */
final class CurrentMember {

    private CurrentMember() {}

    static Optional<Member> now() {
        return of(SecurityContextHolder.getContext().getAuthentication());
    }

    static Optional<Member> of(@Nullable Authentication authentication) {
        return switch (authentication == null ? null : authentication.getPrincipal()) {
            case Member member -> Optional.of(member);
            case OidcMember oidc -> Optional.of(oidc.member());
            case null, default -> Optional.empty();
        };
    }
}
