package dev.oin.checks.sso;

import java.util.regex.Pattern;

/** The words by which apps say that they let nobody in, and why. */
final class RefusalWords {

    private static final int LONGEST_MESSAGE = 300;
    private static final Pattern SIGN_OUT =
            Pattern.compile("\\b(sign|log)(ing|ged)?[ -]?(out|off)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern REFUSAL = Pattern.compile(
            "\\b(cannot|unable|fail|error|denied|invalid|forbidden|refused|rejected|exception|expired|unknown|wrong)"
                    + "|\\b(could|can|would|did|do|does|is|was|are|were|has|have)(n['’]t| not)\\b"
                    + "|\\bnot (allowed|authori[sz]ed|permitted|found|valid|recogni[sz]ed)|\\bno (account|user|access)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SETTINGS = Pattern.compile(
            "audience|issuer|certificate|signature|recipient|destination|metadata|entity ?id|redirect_uri|invalid_client|client id",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern UNKNOWN_PERSON = Pattern.compile(
            "(no|not|unknown|find|found|exist)\\b.{0,40}\\b(account|user|member|person)|(account|user|member|person)\\b.{0,40}(\\b(not|unknown)|n['’]t exist)",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private RefusalWords() {}

    static boolean areIn(String text) {
        return REFUSAL.matcher(text).find() || nameAnUnknownPerson(text) || NamedCause.isIn(text);
    }

    /** Whether the text is a message that refuses, and offers nothing that one can do with a session only. */
    static boolean areAllOf(String text) {
        return text.length() <= LONGEST_MESSAGE && !SIGN_OUT.matcher(text).find() && areIn(text);
    }

    static boolean nameSettings(String text) {
        return SETTINGS.matcher(text).find();
    }

    static boolean nameAnUnknownPerson(String text) {
        return UNKNOWN_PERSON.matcher(text).find();
    }
}
