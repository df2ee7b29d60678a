package dev.oin.checks.scim;

import java.util.List;

/** The steps of one run, made one after the other, each once. */
interface Script {

    /** All steps in order. */
    List<Step> steps();

    /** Makes the step; those before it have been made. */
    StepResult perform(Step step);

    /** What the steps hand on. */
    Variables variables();

    /** Removes what the steps made; says what had to be left. */
    List<String> cleanUp();
}
