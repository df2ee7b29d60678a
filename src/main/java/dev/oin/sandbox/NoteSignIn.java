package dev.oin.sandbox;

import dev.oin.kernel.InstanceId;
import dev.oin.kernel.PersonId;
import dev.oin.kernel.RunId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where the protocols note what they see and do. */
public interface NoteSignIn {

    /** Adds an event to the log; {@code details} hold no secret. */
    void note(
            InstanceId instance,
            @Nullable PersonId person,
            @Nullable RunId run,
            SignInEvent.What what,
            Map<String, String> details);

    /** Says of a request noted earlier, under its id, who signed in with it and for which run. */
    void attribute(InstanceId instance, String requestId, PersonId person, @Nullable RunId run);
}
