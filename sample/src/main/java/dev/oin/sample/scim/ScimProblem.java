package dev.oin.sample.scim;

import org.jspecify.annotations.Nullable;

/** An answer that is an error in the words of RFC 7644 section 3.12. */
class ScimProblem extends RuntimeException {

    private final int status;
    private final @Nullable String scimType;
    private final String detail;

    ScimProblem(int status, @Nullable String scimType, String detail) {
        super(detail, null, false, false);
        this.status = status;
        this.scimType = scimType;
        this.detail = detail;
    }

    static ScimProblem bad(String scimType, String detail) {
        return new ScimProblem(400, scimType, detail);
    }

    static ScimProblem notFound(String what, String id) {
        String shown = id.length() > 100 ? id.substring(0, 100) + "…" : id;
        return new ScimProblem(404, null, what + " " + shown + " not found");
    }

    int status() {
        return status;
    }

    @Nullable
    String scimType() {
        return scimType;
    }

    String detail() {
        return detail;
    }
}
