package dev.oin.web.frame;

import dev.oin.account.Account;
import dev.oin.account.ApiToken;
import dev.oin.account.ApiTokens;
import dev.oin.account.Caller;
import dev.oin.account.TokenScope;
import dev.oin.vault.Vault;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Shows and makes API tokens, the same for members and for the team. */
@Component
public class TokenDesk {

    private final ApiTokens tokens;
    private final SeenAccounts accounts;
    private final Vault vault;

    TokenDesk(ApiTokens tokens, SeenAccounts accounts, Vault vault) {
        this.tokens = tokens;
        this.accounts = accounts;
        this.vault = vault;
    }

    /** The tokens as rows. */
    public List<TokenRow> rows(List<ApiToken> shown) {
        return shown.stream()
                .map(token -> new TokenRow(
                        token.id().toString(),
                        token.name(),
                        accounts.find(token.owner()).map(Account::displayName).orElse(""),
                        token.scope().label(),
                        token.expiresAt(),
                        token.lastUsedAt()))
                .toList();
    }

    /** Makes the token and shows its text on the next page, or says there what is wrong with the wish. */
    public void make(Caller caller, String name, TokenScope scope, int days, RedirectAttributes next) {
        var lifetime = Duration.ofDays(days);
        var objection = tokens.objection(name, lifetime);
        if (objection.isPresent()) {
            next.addFlashAttribute("tokenRefused", objection.get());
            next.addFlashAttribute("tokenName", name);
        } else {
            var made = tokens.create(caller, name.strip(), scope, lifetime);
            next.addFlashAttribute("token", ShownOnce.of(made.text(), vault));
        }
    }
}
