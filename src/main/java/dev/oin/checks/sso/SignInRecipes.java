package dev.oin.checks.sso;

import dev.oin.kernel.Problem;
import dev.oin.kernel.Protocol;
import dev.oin.kernel.SubmissionId;
import java.util.List;

/** The sign-in recipes of a submission's protocols; no part of its version. */
public interface SignInRecipes {

    /** The recipe as it may be shown ({@link SignInRecipe#masked}); one that knows nothing where none was entered. */
    SignInRecipe shown(SubmissionId submission, Protocol protocol);

    /** Keeps the recipe, with the text it had wherever a step brings the mask back; a change drops the protocol's tester results. Answers what is wrong with it, and then keeps nothing. */
    List<Problem> save(SubmissionId submission, Protocol protocol, SignInRecipe recipe);
}
