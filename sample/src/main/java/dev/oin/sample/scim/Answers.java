package dev.oin.sample.scim;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.oin.sample.state.Weakness;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Wraps resources and problems into HTTP. */
@Component
class Answers {

    private static final String ERROR = "urn:ietf:params:scim:api:messages:2.0:Error";
    private static final String SCIM_JSON = "application/scim+json";

    private final Distortions distortions;

    Answers(Distortions distortions) {
        this.distortions = distortions;
    }

    ResponseEntity<byte[]> of(int status, ObjectNode body, HttpServletRequest request) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(HttpStatusCode.valueOf(status))
                .contentType(MediaType.parseMediaType(contentType(request)));
        String version = Rendering.version(body);
        if (!version.isEmpty()) {
            answer.header("ETag", version);
        }
        if (status == 201) {
            answer.header("Location", body.path("meta").path("location").asText());
        }
        return answer.body(bytes(body));
    }

    ResponseEntity<byte[]> problem(ScimProblem problem, HttpServletRequest request) {
        return ResponseEntity.status(HttpStatusCode.valueOf(problem.status()))
                .contentType(MediaType.parseMediaType(contentType(request)))
                .body(bytes(body(problem)));
    }

    ObjectNode body(ScimProblem problem) {
        ObjectNode error = JsonNodeFactory.instance.objectNode();
        error.putArray("schemas").add(ERROR);
        error.put("status", Integer.toString(problem.status()));
        if (problem.scimType() != null) {
            error.put("scimType", problem.scimType());
        }
        error.put("detail", problem.detail());
        return distortions.error(error, problem.status());
    }

    String contentType(HttpServletRequest request) {
        String accept = String.valueOf(request.getHeader("Accept"));
        boolean plain = accept.contains("application/json") && !accept.contains(SCIM_JSON);
        return plain || distortions.has(Weakness.SCIM_PLAIN_JSON) ? "application/json" : SCIM_JSON;
    }

    static byte[] bytes(ObjectNode body) {
        return body.toString().getBytes(StandardCharsets.UTF_8);
    }
}
