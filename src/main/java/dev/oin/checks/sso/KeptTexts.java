package dev.oin.checks.sso;

import dev.oin.checks.sso.SignInRecipe.Step;
import java.util.ArrayList;
import java.util.List;

/** The texts of a recipe that comes back with masks: a mask stands for what the step that types into the same selector had. */
final class KeptTexts {

    private final List<Step> earlier;

    private KeptTexts(SignInRecipe earlier) {
        this.earlier = new ArrayList<>(
                earlier.before().stream().filter(step -> step.type() != null).toList());
    }

    /** The recipe, with the earlier one's texts where it has masks; a mask that stands for nothing stays. */
    static SignInRecipe of(SignInRecipe recipe, SignInRecipe earlier) {
        var texts = new KeptTexts(earlier);
        return new SignInRecipe(
                recipe.signedIn(),
                recipe.protectedUrl(),
                recipe.before().stream().map(texts::kept).toList(),
                recipe.signOut());
    }

    /** Each earlier step answers for one step, in their order. */
    private Step kept(Step step) {
        var into = step.into();
        if (step.type() == null || into == null) {
            return step;
        }
        for (var had : earlier) {
            if (into.equals(had.into())) {
                earlier.remove(had);
                return step.isMasked() ? step.typing(had.type()) : step;
            }
        }
        return step;
    }
}
