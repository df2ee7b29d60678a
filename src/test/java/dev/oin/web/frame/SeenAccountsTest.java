package dev.oin.web.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import dev.oin.account.Accounts;
import dev.oin.kernel.AccountId;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SeenAccountsTest {

    private final Accounts accounts = mock(Accounts.class);
    private final SeenAccounts seen = new SeenAccounts(accounts);

    @Test
    void reads_each_person_once_known_or_not() {
        var ada = new AccountId(new UUID(0, 1));
        var bob = new AccountId(new UUID(0, 2));

        for (var name : new AccountId[] {ada, bob, ada, bob, ada}) {
            assertThat(seen.find(name)).isEmpty();
        }

        verify(accounts, times(1)).find(ada);
        verify(accounts, times(1)).find(bob);
    }
}
