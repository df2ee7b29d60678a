package dev.oin.sample.scim;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.oin.sample.state.Weakness;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriUtils;

/** Routes a SCIM request: everything below the base address comes here, so that every answer is SCIM's. */
@RestController
class ScimEndpoints {

    private static final Logger LOG = LoggerFactory.getLogger(ScimEndpoints.class);
    private static final String BASE = "/scim/v2";
    private static final int LARGEST = 512 * 1024;
    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final List<Resources> all;
    private final Discovery discovery;
    private final Answers answers;
    private final Distortions distortions;

    ScimEndpoints(List<Resources> all, Discovery discovery, Answers answers, Distortions distortions) {
        this.all = all;
        this.discovery = discovery;
        this.answers = answers;
        this.distortions = distortions;
    }

    @RequestMapping("/scim/**")
    ResponseEntity<byte[]> answer(HttpServletRequest request) throws IOException {
        String path = UriUtils.decode(request.getRequestURI(), StandardCharsets.UTF_8);
        String below = path.startsWith(BASE + "/") ? path.substring(BASE.length() + 1) : "";
        String[] parts = below.replaceAll("/$", "").split("/", -1);
        Optional<Resources> resources = all.stream()
                .filter(each -> each.type().endpoint().equals("/" + parts[0]))
                .findFirst();
        if (resources.isPresent() && parts.length == 1) {
            return collection(resources.get(), request);
        }
        if (resources.isPresent() && parts.length == 2 && parts[1].equals(".search")) {
            return search(resources.get(), request);
        }
        if (resources.isPresent() && parts.length == 2) {
            return one(resources.get(), parts[1], request);
        }
        return switch (parts[0]) {
            case "ServiceProviderConfig", "ResourceTypes", "Schemas" -> discover(parts, request);
            case "Me", "Bulk", ".search" -> throw new ScimProblem(501, null, parts[0] + " is not offered");
            default -> throw new ScimProblem(404, null, "There is nothing at this address");
        };
    }

    private ResponseEntity<byte[]> collection(Resources resources, HttpServletRequest request) throws IOException {
        if ("GET".equals(request.getMethod())) {
            return answers.of(200, resources.search(Query.of(request::getParameter, resources.type())), request);
        }
        if (!"POST".equals(request.getMethod())) {
            throw notAllowed(request);
        }
        ObjectNode created = resources.create(body(request));
        boolean user = resources.type() == ResourceType.USER;
        if (user && distortions.has(Weakness.SCIM_CREATE_EMPTY_BODY)) {
            return ResponseEntity.status(201).build();
        }
        int status = user && distortions.has(Weakness.SCIM_CREATE_200) ? 200 : 201;
        return answers.of(status, selected(created, resources, request), request);
    }

    private ResponseEntity<byte[]> search(Resources resources, HttpServletRequest request) throws IOException {
        if (!"POST".equals(request.getMethod())) {
            throw notAllowed(request);
        }
        ObjectNode sent = body(request);
        return answers.of(200, resources.search(Query.of(name -> text(sent, name), resources.type())), request);
    }

    private static @Nullable String text(ObjectNode sent, String name) {
        JsonNode value = sent.path(name);
        if (value.isArray()) {
            StringBuilder joined = new StringBuilder();
            value.forEach(each -> joined.append(joined.isEmpty() ? "" : ",").append(each.asText()));
            return joined.toString();
        }
        return value.isMissingNode() || value.isNull() ? null : value.asText();
    }

    private ResponseEntity<byte[]> one(Resources resources, String id, HttpServletRequest request) throws IOException {
        var precondition = new Resources.Precondition(request.getHeader("If-Match"));
        switch (request.getMethod()) {
            case "GET" -> {
                ObjectNode read = resources.read(id);
                String known = request.getHeader("If-None-Match");
                return known != null && known.contains(Rendering.version(read))
                        ? ResponseEntity.status(304)
                                .header("ETag", Rendering.version(read))
                                .build()
                        : answers.of(200, selected(read, resources, request), request);
            }
            case "PUT" -> {
                ObjectNode replaced = resources.replace(id, body(request), precondition);
                return answers.of(200, selected(replaced, resources, request), request);
            }
            case "PATCH" -> {
                ObjectNode patched = resources.patch(id, body(request), precondition);
                return answers.of(200, selected(patched, resources, request), request);
            }
            case "DELETE" -> {
                resources.delete(id, precondition);
                return ResponseEntity.noContent().build();
            }
            default -> throw notAllowed(request);
        }
    }

    private static ObjectNode selected(ObjectNode resource, Resources resources, HttpServletRequest request) {
        return Selection.of(
                        request.getParameter("attributes"),
                        request.getParameter("excludedAttributes"),
                        resources.type())
                .from(resource);
    }

    private ResponseEntity<byte[]> discover(String[] parts, HttpServletRequest request) {
        if (!Set.of("GET", "HEAD").contains(request.getMethod())) {
            throw notAllowed(request);
        }
        if (request.getParameter("filter") != null) {
            throw new ScimProblem(403, null, "There is no filter here");
        }
        if (parts[0].equals("ServiceProviderConfig") && parts.length == 1) {
            return answers.of(200, discovery.serviceProviderConfig(), request);
        }
        List<ObjectNode> known = switch (parts[0]) {
            case "ResourceTypes" -> discovery.resourceTypes();
            case "Schemas" -> discovery.schemas();
            default -> List.of();
        };
        if (parts.length == 1) {
            return answers.of(200, discovery.list(known.stream()), request);
        }
        return known.stream()
                .filter(each -> parts.length == 2 && each.path("id").asText().equals(parts[1]))
                .findFirst()
                .map(each -> answers.of(200, each, request))
                .orElseThrow(() -> new ScimProblem(404, null, "There is nothing at this address"));
    }

    private static ObjectNode body(HttpServletRequest request) throws IOException {
        String type = Objects.requireNonNullElse(request.getContentType(), "application/json");
        if (!type.startsWith("application/json") && !type.startsWith("application/scim+json")) {
            throw new ScimProblem(415, null, "The body must be application/scim+json or application/json");
        }
        byte[] bytes = request.getInputStream().readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST) {
            throw new ScimProblem(413, null, "The body is larger than " + LARGEST + " bytes");
        }
        try {
            if (JSON.readTree(bytes) instanceof ObjectNode object) {
                return object;
            }
        } catch (IOException e) {
            LOG.debug("Unreadable body", e);
        }
        throw ScimProblem.bad("invalidSyntax", "The body must be one JSON object");
    }

    private static ScimProblem notAllowed(HttpServletRequest request) {
        return new ScimProblem(405, null, request.getMethod() + " is not possible here");
    }

    @ExceptionHandler
    ResponseEntity<byte[]> problem(ScimProblem problem, HttpServletRequest request) {
        return answers.problem(problem, request);
    }

    @ExceptionHandler
    ResponseEntity<byte[]> unexpected(RuntimeException failure, HttpServletRequest request) {
        LOG.error("SCIM request failed", failure);
        return answers.problem(new ScimProblem(500, null, "Something went wrong here"), request);
    }
}
