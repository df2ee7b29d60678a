package dev.oin.checks.sso;

import dev.oin.sandbox.Person;
import java.util.ArrayList;
import java.util.List;

/**
 * What of a person's profile the app's pages show.
 *
 * @param missing what they do not show, in words
 */
record Profile(List<String> missing) {

    Profile {
        missing = List.copyOf(missing);
    }

    static Profile seenOn(List<Page> pages, Person person) {
        return among(pages.stream().map(Page::text).toList(), person);
    }

    /** What of it the words show. */
    static Profile among(List<String> words, Person person) {
        var missing = new ArrayList<String>();
        look(words, person.givenName(), "first name", missing);
        look(words, person.familyName(), "last name", missing);
        look(words, person.email(), "e-mail address", missing);
        return new Profile(missing);
    }

    private static void look(List<String> texts, String value, String what, List<String> missing) {
        if (texts.stream().noneMatch(text -> Page.names(text, value))) {
            missing.add(what);
        }
    }

    boolean isComplete() {
        return missing.isEmpty();
    }

    boolean isUnseen() {
        return missing.size() == 3;
    }

    String missingInWords() {
        return String.join(", ", missing);
    }
}
