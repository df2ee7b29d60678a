package dev.oin.account;

import dev.oin.kernel.AccountId;

/** What became of the wish to change accounts. */
public sealed interface AccountAnswer {

    /** It is done. */
    record Done(AccountId account) implements AccountAnswer {}

    /** It is not, for a reason to show. */
    record Refused(String reason) implements AccountAnswer {}
}
