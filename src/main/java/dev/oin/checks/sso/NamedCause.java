package dev.oin.checks.sso;

import dev.oin.checks.Fault;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** Causes that apps name when they refuse an answer, whatever their words for them. */
enum NamedCause {
    ENCRYPTION(
            "unencrypted|not encrypted|encrypt(ed|ion)\\b.{0,40}\\b(enabled|required|expected|missing)|\\b(requires?|expects?)\\b.{0,40}encrypt",
            Fault.CONFIGURATION,
            "The sandbox signs its answers and does not encrypt them. Let the app take assertions that are not encrypted."),
    UNASKED(
            "unsolicited|in[ _]?response[ _]?to|idp.initiated",
            Fault.CONFIGURATION,
            "The app takes only answers that it asked for. Let it take those that begin at the identity provider, or take the IdP flow out on page 3."),
    OTHER_ACCOUNT(
            "already (exists?|registered|taken|in use|been (used|taken|registered))",
            Fault.CONFIGURATION,
            "The app has an account with this e-mail address that does not belong to this sign-in, and asks what to do. Connect or remove it there, then run the case again."),
    CLOCK(
            "not ?on ?or ?after|not ?before|\\bclock|not yet valid|no longer valid|\\b(assertion|response|token|conditions?)\\b.{0,40}\\b(expired|too old)",
            Fault.APP,
            "Set the clock of the app's server. An answer is valid for five minutes from the time it is made.");

    private final Pattern words;
    private final Fault blame;
    private final String remedy;

    NamedCause(String words, Fault blame, String remedy) {
        this.words = Pattern.compile(words, Pattern.CASE_INSENSITIVE);
        this.blame = blame;
        this.remedy = remedy;
    }

    static boolean isIn(String text) {
        return Arrays.stream(values())
                .anyMatch(cause -> cause.words.matcher(text).find());
    }

    /** The one that the text names; only a sign-in that began at the tile was not asked for. */
    static Optional<NamedCause> in(String text, SignOnCase which) {
        return Arrays.stream(values())
                .filter(cause -> cause != UNASKED || which.startsAtTile())
                .filter(cause -> cause.words.matcher(text).find())
                .findFirst();
    }

    Fault blame() {
        return blame;
    }

    String remedy() {
        return remedy;
    }
}
