package dev.oin.checks;

/** Who has to act on a check that did not pass. */
public enum Fault {
    /** The app under test behaves wrongly. */
    APP,
    /** What was entered in the submission, the instance or the app's settings does not fit together. */
    CONFIGURATION,
    /** Something between the product and the app: name resolution, connection, certificate. */
    NETWORK,
    /** The product itself. */
    PLATFORM
}
