package dev.oin.web.portal;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What the sign-in page says after somebody of the team came back from the provider. */
enum StaffSignInNotice {
    NO_ROLE(
            "Single sign-on knows you, but none of your groups gives you a role here.",
            "Ask whoever looks after groups there to put you into one of the OIN team's, then sign in again."),
    NO_ADDRESS(
            "Single sign-on told no verified e-mail address of yours.",
            "An account needs one for its mails. Have it added there, then sign in again."),
    ADDRESS_TAKEN(
            "Your e-mail address has an account with a password already.",
            "Sign in with it below. An administrator of the OIN team can let single sign-on take it over, under Admin."),
    REMOVED("Your access was taken away.", "An administrator of the OIN team can give it back, under Admin."),
    DECLINED("The sign-in was cancelled at the provider.", "Nothing happened here."),
    FAILED(
            "The provider's answer could not be used, so nobody was signed in.",
            "It may have been too old or meant for another window. Sign in again from here."),
    UNREACHABLE(
            "Single sign-on does not answer as it should at the moment.",
            "Try again in a few minutes. The product's log says what is wrong."),
    SIGNED_OUT(
            "You are signed out here.", "Single sign-on may still know you: on a shared computer, sign out there too.");

    private final String what;
    private final String next;

    StaffSignInNotice(String what, String next) {
        this.what = what;
        this.next = next;
    }

    /** By its name in the address. */
    static Optional<StaffSignInNotice> of(String name) {
        return Arrays.stream(values())
                .filter(notice ->
                        notice.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(name))
                .findFirst();
    }

    public String what() {
        return what;
    }

    public String next() {
        return next;
    }

    public boolean isGood() {
        return this == SIGNED_OUT;
    }
}
