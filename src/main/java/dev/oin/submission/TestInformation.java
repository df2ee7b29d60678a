package dev.oin.submission;

import org.jspecify.annotations.Nullable;

/** Page 3 of the wizard (submission-rules 11); the test account's password is kept apart. */
public record TestInformation(
        @Nullable String accountUrl,
        @Nullable String username,
        @Nullable String supportContact,
        @Nullable String instructions,
        OidcTest oidcTest,
        SamlTest samlTest) {

    public TestInformation(
            @Nullable String accountUrl,
            @Nullable String username,
            @Nullable String supportContact,
            @Nullable String instructions,
            @Nullable OidcTest oidcTest,
            @Nullable SamlTest samlTest) {
        this.accountUrl = accountUrl;
        this.username = username;
        this.supportContact = supportContact;
        this.instructions = instructions;
        this.oidcTest = oidcTest == null ? new OidcTest(null, null) : oidcTest;
        this.samlTest = samlTest == null ? new SamlTest(null, null, null, null, null) : samlTest;
    }

    static TestInformation empty() {
        return new TestInformation(null, null, null, null, null, null);
    }

    /** Section 11.1; the SP flow is always on, the IdP flow follows the initiate login URI. */
    public record OidcTest(@Nullable Boolean jit, @Nullable String spUrl) {}

    /** Section 11.2. */
    public record SamlTest(
            @Nullable Boolean idp,
            @Nullable Boolean sp,
            @Nullable Boolean jit,
            @Nullable String spUrl,
            @Nullable String spDescription,
            SamlNotes notes) {

        public SamlTest(
                @Nullable Boolean idp,
                @Nullable Boolean sp,
                @Nullable Boolean jit,
                @Nullable String spUrl,
                @Nullable String spDescription,
                @Nullable SamlNotes notes) {
            this.idp = idp;
            this.sp = sp;
            this.jit = jit;
            this.spUrl = spUrl;
            this.spDescription = spDescription;
            this.notes = notes == null ? SamlNotes.NONE : notes;
        }

        /** Without notes. */
        public SamlTest(
                @Nullable Boolean idp,
                @Nullable Boolean sp,
                @Nullable Boolean jit,
                @Nullable String spUrl,
                @Nullable String spDescription) {
            this(idp, sp, jit, spUrl, spDescription, null);
        }
    }

    /** What helps the analyst to test SAML; all of it optional (section 11.2). */
    public record SamlNotes(
            @Nullable Boolean switchesAllUsers,
            @Nullable String backupUrl,
            @Nullable String plans,
            @Nullable SetUp setUp,
            @Nullable Boolean onPremises,
            @Nullable String userIdentifier,
            @Nullable String forceAuthentication,
            @Nullable String encryption,
            @Nullable String relayState,
            @Nullable String videoUrl,
            @Nullable String validatorUrl) {

        static final SamlNotes NONE = new SamlNotes(null, null, null, null, null, null, null, null, null, null, null);

        /** Who sets SAML up in the app. */
        public enum SetUp {
            SELF_SERVICE,
            SUPPORT
        }
    }
}
