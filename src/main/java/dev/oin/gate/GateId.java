package dev.oin.gate;

/** The requirements of the submission gate (testing-rules 7), in the order in which they are shown. */
public enum GateId {
    G_01("Your roles allow you to submit.", Cure.MEMBERS),
    G_02("Your account has a company e-mail address.", Cure.DOMAINS),
    G_03("The integration can be submitted now.", Cure.SUBMISSION),
    G_04("All fields are filled in correctly.", Cure.FIELDS),
    G_05("A current instance was generated.", Cure.INSTANCES),
    G_06("The current instance is active.", Cure.INSTANCES),
    G_07("The required sign-in cases have passed.", Cure.TESTER),
    G_08("The results are at most 48 hours old.", Cure.TESTER),
    G_09("A published-version instance is there.", Cure.INSTANCES),
    G_10("The published-version instance is active.", Cure.INSTANCES),
    G_11("The published version still signs people in.", Cure.PUBLISHED_TESTER),
    G_12("A current instance for SCIM was generated.", Cure.INSTANCES),
    G_13("The SCIM instance is active.", Cure.INSTANCES),
    G_14("The SPEC test results are there.", Cure.SCIM_RESULTS),
    G_15("The CRUD test results are there.", Cure.SCIM_RESULTS),
    G_16("The linked SCIM results prove what is required.", Cure.SCIM_RESULTS),
    G_17("The entitlement test results are there.", Cure.SCIM_RESULTS),
    G_18("Universal Logout has an instance to be tested on.", Cure.INSTANCES),
    G_19("Logout is turned on for the instance.", Cure.LOGOUT),
    G_20("You certified that the required tests were done.", Cure.CERTIFICATION),
    G_21("The combined instance can test sign-on and provisioning together.", Cure.INSTANCES),
    G_22("Test account details are there.", Cure.TEST_ACCOUNT);

    private final String title;
    private final Cure cure;

    GateId(String title, Cure cure) {
        this.title = title;
        this.cure = cure;
    }

    /** The id as people read it, such as {@code G-05}. */
    public String code() {
        return name().replace('_', '-');
    }

    /** What is true when the requirement is met, in one sentence. */
    public String title() {
        return title;
    }

    /** Where the ISV puts it right. */
    public Cure cure() {
        return cure;
    }

    /** Places where a requirement is cured; pages turn them into links. */
    public enum Cure {
        MEMBERS,
        DOMAINS,
        SUBMISSION,
        FIELDS,
        INSTANCES,
        LOGOUT,
        TESTER,
        PUBLISHED_TESTER,
        SCIM_RESULTS,
        CERTIFICATION,
        TEST_ACCOUNT
    }
}
