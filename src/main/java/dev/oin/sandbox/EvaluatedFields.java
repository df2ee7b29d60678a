package dev.oin.sandbox;

import dev.oin.kernel.Problem;
import dev.oin.submission.Evaluated;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The evaluated fields of one installation; collects what is wrong with those that are asked for. */
final class EvaluatedFields {

    private final Map<String, Evaluated> byKey;
    private final List<Problem> problems = new ArrayList<>();

    EvaluatedFields(List<Evaluated> evaluated) {
        this.byKey = evaluated.stream().collect(Collectors.toMap(Evaluated::key, Function.identity()));
    }

    /** The value; a problem and an empty text where there is none. */
    String required(String field) {
        var value = optional(field);
        if (value == null) {
            problems.add(
                    Problem.error(field, withoutIndex(field) + ".required", "This field is needed for the instance."));
            return "";
        }
        return value;
    }

    /** The value, if the field is filled in. */
    @Nullable
    String optional(String field) {
        var evaluated = byKey.get(field);
        if (evaluated == null) {
            return null;
        }
        var problem = evaluated.problem();
        if (problem != null && !problems.contains(problem)) {
            problems.add(problem);
        }
        return evaluated.value().orElse("");
    }

    /** The values of a list. */
    List<String> all(String field, int size, boolean needed) {
        if (size == 0 && needed) {
            problems.add(Problem.error(field, field + ".required", "This field is needed for the instance."));
        }
        return IntStream.range(0, size)
                .mapToObj(row -> required("%s[%d]".formatted(field, row)))
                .toList();
    }

    List<Problem> problems() {
        return List.copyOf(problems);
    }

    private static String withoutIndex(String field) {
        return field.replaceAll("\\[\\d+]", "");
    }
}
