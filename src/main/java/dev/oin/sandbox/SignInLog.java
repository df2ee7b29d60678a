package dev.oin.sandbox;

import dev.oin.kernel.InstanceId;
import dev.oin.kernel.RunId;
import java.util.List;

/** What the identity provider saw and did, sign-in by sign-in; checks and guided runs watch it. */
public interface SignInLog {

    /** The number of the newest event; a place to watch from. */
    long newest();

    /** Events of the run, oldest first, after the number. */
    List<SignInEvent> of(RunId run, long after);

    /** Events at the instance, oldest first, after the number, whoever signed in. */
    List<SignInEvent> at(InstanceId instance, long after);
}
