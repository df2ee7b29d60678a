package dev.oin.account;

import dev.oin.kernel.AccountId;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** On whose behalf the present thread works; nobody's where the pipeline moves by itself. */
@Component
public class CurrentCaller {

    /** The account, for records of who did something; use cases take their {@link Caller} as an argument. */
    public Optional<AccountId> account() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return switch (authentication == null ? null : authentication.getPrincipal()) {
            case SessionPrincipal session -> Optional.of(session.account());
            case ApiTokens.Bearer bearer -> Optional.of(bearer.caller().account());
            case null, default -> Optional.empty();
        };
    }
}
