package dev.oin.sample.scim;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** The resources of one type; every answer is rendered completely. */
interface Resources {

    ResourceType type();

    ObjectNode search(Query query);

    ObjectNode read(String id);

    ObjectNode create(ObjectNode sent);

    ObjectNode replace(String id, ObjectNode sent, Precondition precondition);

    ObjectNode patch(String id, ObjectNode sent, Precondition precondition);

    void delete(String id, Precondition precondition);

    /** The version that a client believes to change (RFC 7644 section 3.14). */
    record Precondition(@Nullable String ifMatch) {

        void check(ObjectNode rendered) {
            boolean met =
                    ifMatch == null || "*".equals(ifMatch.strip()) || ifMatch.contains(Rendering.version(rendered));
            if (!met) {
                throw new ScimProblem(412, null, "The resource has changed since it was read");
            }
        }
    }
}
