package dev.oin.submission.expression;

import dev.oin.submission.expression.Function.Arguments;
import java.util.Locale;

/** What functions of both families do with text. Characters are counted as people see them: one outside the basic plane is one. */
final class Texts {

    private Texts() {}

    static Datum length(String text) {
        return new Datum.Number(text.codePointCount(0, text.length()));
    }

    /** Position of the first occurrence in Java's counting, or -1. */
    static int find(String in, String what, Work work) {
        work.search(in, what);
        return in.indexOf(what);
    }

    static Datum contains(String in, String what, Work work) {
        return new Datum.Truth(find(in, what, work) >= 0);
    }

    static Datum replace(Arguments given) {
        var text = given.text(0);
        var what = given.text(1);
        var with = given.text(2);
        if (what.isEmpty()) {
            return given.work().text(text);
        }
        given.work().search(text, what);
        long occurrences = 0;
        for (var at = text.indexOf(what); at >= 0; at = text.indexOf(what, at + what.length())) {
            occurrences++;
        }
        given.work().reserve(text.length() + occurrences * (with.length() - what.length()));
        return new Datum.Text(text.replace(what, with));
    }

    /** From the beginning to before the end; both are moved into the text where they lie outside of it. */
    static Datum substring(Arguments given, boolean openEnd) {
        var text = given.text(0);
        given.work().spend(1 + text.length());
        var length = text.codePointCount(0, text.length());
        var begin = Math.clamp(given.number(1), 0, length);
        var wanted = given.number(2);
        var end = openEnd && wanted < 0 ? length : Math.clamp(wanted, 0, length);
        return end <= begin
                ? new Datum.Text("")
                : new Datum.Text(text.substring(text.offsetByCodePoints(0, begin), text.offsetByCodePoints(0, end)));
    }

    static Datum upper(Arguments given) {
        return given.work().text(given.text(0).toUpperCase(Locale.ROOT));
    }

    static Datum lower(Arguments given) {
        return given.work().text(given.text(0).toLowerCase(Locale.ROOT));
    }
}
