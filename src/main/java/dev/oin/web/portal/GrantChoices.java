package dev.oin.web.portal;

import dev.oin.sandbox.Entitlement;
import dev.oin.sandbox.scim.OfferedEntitlements;
import dev.oin.web.portal.ManagedEntitlements.Offer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What a person can still be given in an app, as a page offers it.
 *
 * @param find a part of the name, of those that are to be shown; empty for all
 * @param many how many there are before that
 * @param found how many there are of that name
 * @param notes what is not shown, and why
 */
record GrantChoices(String find, int many, int found, List<Choice> types, List<String> notes) {

    /** How many are shown at once; more make a list that nobody reads. */
    private static final int SHOWN = 200;

    /** From how many on one looks for a name rather than reads. */
    private static final int FEW = 20;

    /** A role or entitlement to choose or to take away. */
    record Line(String key, String name, String type) {

        static Line of(Entitlement one) {
            return new Line(
                    one.key(),
                    one.display().isEmpty() ? one.value() : one.display(),
                    one.type() == null ? "Role" : one.type());
        }
    }

    /** The roles and entitlements of one type. */
    record Choice(String type, List<Line> lines) {}

    /** What the app offers and the person does not have. */
    static GrantChoices of(List<Offer> offers, List<Entitlement> held, String find) {
        var notes = new ArrayList<String>();
        var types = new ArrayList<Choice>();
        int many = 0;
        int all = 0;
        int room = SHOWN;
        for (var offer : offers) {
            var free = offer.values().stream()
                    .filter(one -> held.stream().noneMatch(one::isSame))
                    .toList();
            var found =
                    free.stream().filter(one -> has(one, find)).map(Line::of).toList();
            var shown = found.subList(0, Math.min(room, found.size()));
            many += free.size();
            all += found.size();
            room -= shown.size();
            notes(offer, shown.size(), found.size()).forEach(notes::add);
            if (!shown.isEmpty()) {
                types.add(new Choice(offer.type(), shown));
            }
        }
        return new GrantChoices(find, many, all, types, notes);
    }

    private static boolean has(Entitlement one, String find) {
        return (one.display() + ' ' + one.value())
                .toLowerCase(Locale.ROOT)
                .contains(find.strip().toLowerCase(Locale.ROOT));
    }

    private static Stream<String> notes(Offer offer, int shown, int found) {
        var listed = offer.listed();
        return Stream.of(
                        listed.answered()
                                ? ""
                                : "The app's list of %s could not be read. The entitlements suite says what is wrong with it."
                                        .formatted(offer.type()),
                        listed.values().size() < listed.total()
                                ? "%s: the app counts %d, and the first %d were read. At most %d pages of %d are read, and none after one that is no answer."
                                        .formatted(
                                                offer.type(),
                                                listed.total(),
                                                listed.values().size(),
                                                OfferedEntitlements.MOST_PAGES,
                                                OfferedEntitlements.PAGE)
                                : "",
                        shown < found
                                ? "%s: %d of %d are shown. Find the others by a part of their name."
                                        .formatted(offer.type(), shown, found)
                                : "")
                .filter(note -> !note.isEmpty());
    }

    /** Whether there is anything to choose. */
    public boolean isEmpty() {
        return types.isEmpty();
    }

    /** Whether there are so many that one looks for a name. */
    public boolean isSearched() {
        return many > FEW || !find.isBlank();
    }
}
