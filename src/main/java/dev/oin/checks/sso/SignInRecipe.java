package dev.oin.checks.sso;

import dev.oin.sandbox.Person;
import dev.oin.vault.Secret;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a script must know of an app to sign in to it and to recognise success; everything may be left out.
 *
 * @param signedIn how success is recognised
 * @param protectedUrl a page that needs a session
 * @param before what a person does in the app's own pages to start its sign-in, from the SP initiate URL on or from the address that the first step opens
 * @param signOut how the app signs out
 */
public record SignInRecipe(
        @Nullable SignedIn signedIn,
        @Nullable String protectedUrl,
        List<Step> before,
        @Nullable Step signOut) {

    public SignInRecipe(
            @Nullable SignedIn signedIn,
            @Nullable String protectedUrl,
            @Nullable List<Step> before,
            @Nullable Step signOut) {
        this.signedIn = signedIn;
        this.protectedUrl = protectedUrl;
        this.before = before == null ? List.of() : List.copyOf(before);
        this.signOut = signOut;
    }

    /** Nothing known: the defaults apply. */
    public static SignInRecipe none() {
        return new SignInRecipe(null, null, null, null);
    }

    /** Whether it says how or where success is recognised. */
    boolean recognises() {
        return signedIn != null || protectedUrl != null;
    }

    /** Whether the last thing that a person does to start the app's sign-in is to open an address. */
    boolean endsInOpening() {
        return before.isEmpty() || before.getLast().open() != null;
    }

    /** As it may be shown: with a mask for what its steps type. */
    public SignInRecipe masked() {
        return new SignInRecipe(
                signedIn,
                protectedUrl,
                before.stream().map(Step::masked).toList(),
                signOut == null ? null : signOut.masked());
    }

    /**
     * All that is given must hold; {@code {email}}, {@code {given_name}} and {@code {family_name}} stand for the person's.
     *
     * @param url a pattern in which {@code *} stands for anything
     * @param selector a CSS selector of something that only a signed-in person sees
     * @param text words on the page
     */
    public record SignedIn(
            @Nullable String url,
            @Nullable String selector,
            @Nullable String text) {}

    /**
     * One of: open an address, click a selector, type a text into a selector. What is typed is a secret, unless it is the person's data only.
     *
     * @param into the selector that {@code type} goes into
     */
    public record Step(
            @Nullable String open,
            @Nullable String click,
            @Nullable String type,
            @Nullable String into) {

        private static final String PLACEHOLDERS = "\\{(?:email|given_name|family_name|domain)}";

        /** What is typed, where nobody may see it. */
        Optional<Secret> secret() {
            return Optional.ofNullable(type)
                    .filter(typed -> !typed.replaceAll(PLACEHOLDERS, "").isBlank())
                    .map(Secret::new);
        }

        /** Whether a mask stands for what is typed. */
        boolean isMasked() {
            return Secret.MASK.equals(type);
        }

        Step masked() {
            return secret().isPresent() ? typing(Secret.MASK) : this;
        }

        Step typing(@Nullable String text) {
            return new Step(open, click, text, into);
        }

        @Override
        public String toString() {
            return "Step[open=%s, click=%s, type=%s, into=%s]".formatted(open, click, masked().type(), into);
        }
    }

    /** The text with the person's data. */
    static String filled(String template, Person person) {
        return template.replace("{email}", person.email())
                .replace("{given_name}", person.givenName())
                .replace("{family_name}", person.familyName())
                .replace("{domain}", domain(person));
    }

    /** The address with the person's data, encoded. */
    static String filledUrl(String template, Person person) {
        return template.replace("{email}", encoded(person.email()))
                .replace("{given_name}", encoded(person.givenName()))
                .replace("{family_name}", encoded(person.familyName()))
                .replace("{domain}", encoded(domain(person)));
    }

    private static String domain(Person person) {
        return person.email().substring(person.email().indexOf('@') + 1);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
