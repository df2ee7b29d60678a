package dev.oin.web.portal;

import dev.oin.kernel.Problem;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What is wrong with a sign-in recipe, in the words of its form.
 *
 * @param link leads to the field
 * @param id nothing: the rules of recipes have no ids
 */
record RecipeComplaint(String link, String message, String id) {

    private static final Pattern STEP = Pattern.compile("before\\[(\\d+)]");
    private static final Map<String, String> FIELDS = Map.of(
            "signed_in.url", "recipe-url",
            "signed_in.selector", "recipe-selector",
            "signed_in.text", "recipe-text",
            "protected_url", "recipe-protected");

    /** The problems, with steps named by their number and their line. */
    static List<RecipeComplaint> of(List<Problem> problems, String steps) {
        var lines =
                steps.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        return problems.stream().map(problem -> of(problem, lines)).toList();
    }

    private static RecipeComplaint of(Problem problem, List<String> lines) {
        var step = STEP.matcher(problem.field());
        if (step.find()) {
            var number = Integer.parseInt(step.group(1));
            return new RecipeComplaint(
                    "#recipe-before",
                    "Step %d, \"%s\": %s".formatted(number + 1, lines.get(number), problem.message()),
                    "");
        }
        var field = problem.field().startsWith("sign_out") ? "recipe-out" : "recipe-before";
        return new RecipeComplaint('#' + FIELDS.getOrDefault(problem.field(), field), problem.message(), "");
    }
}
