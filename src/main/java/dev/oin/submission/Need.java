package dev.oin.submission;

import dev.oin.kernel.Protocol;
import dev.oin.submission.Scim.AuthMode;
import dev.oin.submission.Scim.ScimObject;

/** When a field of a section that is shown must be filled in. */
public enum Need {
    OPTIONAL,
    ALWAYS,
    /** In each row of its list. */
    IN_EACH_ROW,
    /** A box that must be ticked. */
    TICKED,
    /** When the provisioning client signs in by OAuth 2. */
    WITH_OAUTH,
    /** When groups are provisioned. */
    WITH_GROUPS,
    /** When provisioning is chosen. */
    WITH_SCIM,
    /** When the SAML SP flow is supported. */
    WITH_SAML_SP_FLOW;

    /** Whether a field with this need is required for the content. */
    public boolean isRequiredIn(Content content) {
        return switch (this) {
            case OPTIONAL -> false;
            case ALWAYS, IN_EACH_ROW, TICKED -> true;
            case WITH_OAUTH ->
                content.configuration().scim() != null
                        && content.configuration().scim().authMode() == AuthMode.OAUTH2;
            case WITH_GROUPS ->
                content.configuration().scim() != null
                        && content.configuration().scim().objects().contains(ScimObject.GROUPS);
            case WITH_SCIM -> content.has(Protocol.SCIM);
            case WITH_SAML_SP_FLOW ->
                Boolean.TRUE.equals(content.testInformation().samlTest().sp());
        };
    }
}
