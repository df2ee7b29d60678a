package dev.oin.checks.sso;

import dev.oin.checks.sso.AdviceCheck.Finding;
import java.util.Optional;

/** What advice is drawn from. */
interface AdviceLab {

    /** The one sign-in that was watched for the run; empty where none came about. */
    Optional<ObservedSignIn> observed();

    /** Signs in, signs out as the recipe says, and looks. */
    Finding signedOut();

    /** Signs a new person in twice, with another name at the second time. */
    Finding twice();
}
