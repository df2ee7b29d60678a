package dev.oin.checks;

import dev.oin.kernel.InstanceId;

/** Makes results stop counting when what they were made with has changed; they stay readable. */
public interface DropResults {

    /** The submission tester's results on the instance. */
    void ofTester(InstanceId instance, String because);
}
