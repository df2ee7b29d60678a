package dev.oin.account;

import java.util.Locale;
import java.util.regex.Pattern;

/** How e-mail addresses are written and compared. */
final class EmailAddresses {

    private static final Pattern FORM = Pattern.compile("[^\\s@]{1,64}@[^\\s@]+\\.[^\\s@.]+");
    private static final int LONGEST = 254;

    private EmailAddresses() {}

    static String plain(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }

    static boolean isComplete(String plain) {
        return plain.length() <= LONGEST && FORM.matcher(plain).matches();
    }

    static String domainOf(String plain) {
        return plain.substring(plain.lastIndexOf('@') + 1);
    }
}
