package dev.oin.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oin.account.Account;
import dev.oin.account.AccountFixture;
import dev.oin.account.MemberRole;
import dev.oin.gate.EvaluateGate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.bean.override.mockito.MockitoSpyBean;

/** The page of one's own account, in two browsers. */
@OnSurface
class OwnAccountIT {

    private static final String ANOTHER = "another horse battery";

    @MockitoSpyBean
    private EvaluateGate gate;

    @Autowired
    private AccountFixture fixture;

    @LocalServerPort
    private int port;

    private Account account;
    private Guest here;
    private Guest there;

    @BeforeEach
    void sign_in_twice() {
        account = fixture.member(fixture.organization(), MemberRole.SUPER_ADMIN);
        fixture.setPassword(account);
        here = signedIn(AccountFixture.PASSWORD);
        there = signedIn(AccountFixture.PASSWORD);
    }

    @Test
    void a_changed_password_signs_out_other_browsers_and_is_in_the_history() {
        var changed = here.form("/account/password", form(AccountFixture.PASSWORD, ANOTHER));

        assertThat(changed.header("Location")).isEqualTo("/account");
        assertThat(here.get("/account").status()).isEqualTo(200);
        assertThat(there.get("/account").header("Location")).isEqualTo("/sign-in");
        assertThat(signedIn(ANOTHER).get("/organization").body()).contains("Password changed");
    }

    @Test
    void a_wrong_current_password_changes_nothing() {
        var refused = here.form("/account/password", form("not this horse battery", ANOTHER));

        assertThat(refused.body()).contains("The current password is wrong.");
        assertThat(there.get("/account").status()).isEqualTo(200);
        assertThat(signedIn(AccountFixture.PASSWORD).get("/account").status()).isEqualTo(200);
    }

    @Test
    void one_browser_is_signed_out_from_another() {
        var list = Pattern.compile("/account/sessions/([0-9a-f-]{36})/end")
                .matcher(here.get("/account").body());
        assertThat(list.find()).isTrue();

        var ended = here.form("/account/sessions/" + list.group(1) + "/end", "");

        assertThat(ended.status()).isEqualTo(302);
        assertThat(there.get("/account").header("Location")).isEqualTo("/sign-in");
        assertThat(here.get("/account").body()).contains("This browser").doesNotContain("Another browser");
    }

    @Test
    void nobody_ends_the_session_of_somebody_else() {
        var stranger = fixture.superAdmin();
        fixture.setPassword(stranger);
        var list = Pattern.compile("/account/sessions/([0-9a-f-]{36})/end")
                .matcher(here.get("/account").body());
        assertThat(list.find()).isTrue();

        var tried = new Guest(port, "")
                .signIn(stranger.email(), AccountFixture.PASSWORD)
                .form("/account/sessions/" + list.group(1) + "/end", "");

        assertThat(tried.status()).isEqualTo(404);
        assertThat(there.get("/account").status()).isEqualTo(200);
    }

    @Test
    void signing_out_everywhere_ends_this_browser_too() {
        here.form("/account/sessions/end", "");

        assertThat(here.get("/account").header("Location")).isEqualTo("/sign-in");
        assertThat(there.get("/account").header("Location")).isEqualTo("/sign-in");
    }

    private Guest signedIn(String password) {
        return new Guest(port, "").signIn(account.email(), password);
    }

    private static String form(String current, String chosen) {
        return "current=" + Guest.encoded(current) + "&password=" + Guest.encoded(chosen);
    }
}
