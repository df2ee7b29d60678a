package dev.oin.review;

import dev.oin.checks.CheckResult;
import dev.oin.submission.Submission;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Offers the reason texts for what a reviewer has in front of them, filled in. */
@Component
class SuggestReasons {

    private static final UUID PLAIN = new UUID(0, 0);

    private final ReasonTexts texts;

    SuggestReasons(ReasonTexts texts) {
        this.texts = texts;
    }

    /** The texts for the checklist's items and the findings; an item without one of its own gets a plain sentence. */
    List<ReasonText> forReview(Submission submission, List<ChecklistEntry> checklist, List<CheckResult> findings) {
        var known = texts.all().stream().collect(Collectors.groupingBy(ReasonText::check));
        var items = checklist.stream()
                .flatMap(entry -> offers(known, entry.id(), entry.text())
                        .map(text -> text.filled(values(submission, entry.id(), "", entry.seen()))));
        var checks = findings.stream()
                .flatMap(found -> offers(known, found.check().value(), found.title())
                        .map(text -> text.filled(values(
                                submission,
                                found.check().value(),
                                found.outcome().expected(),
                                found.outcome().observed()))));
        return Stream.concat(items, checks).toList();
    }

    private static Stream<ReasonText> offers(Map<String, List<ReasonText>> known, String check, String sentence) {
        var own = known.get(check);
        return own == null
                ? Stream.of(new ReasonText(
                        PLAIN, check, "Not so yet", "Not so yet: " + sentence + " Expected: {expected} Seen: {seen}"))
                : own.stream();
    }

    private static Map<String, String> values(Submission submission, String check, String expected, String seen) {
        var values = new HashMap<String, String>();
        values.put("name", submission.displayName());
        values.put("version", String.valueOf(submission.submittedVersion()));
        values.put("check", check);
        values.put("expected", expected);
        values.put("seen", seen);
        return values;
    }
}
