package dev.oin.web.problems;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** Writes a refusal where no controller is at hand: filters, entry points, exception handling. */
@Component
public class ProblemWriter {

    private final ObjectMapper json;

    ProblemWriter(ObjectMapper json) {
        this.json = json;
    }

    /** Answers the request with the refusal. */
    public void write(Refusal refusal, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var detail = refusal.detail();
        if (detail.getInstance() == null) {
            detail.setInstance(URI.create(request.getRequestURI()));
        }
        response.setStatus(detail.getStatus());
        refusal.headers().forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getOutputStream().write(json.writeValueAsBytes(detail));
    }
}
