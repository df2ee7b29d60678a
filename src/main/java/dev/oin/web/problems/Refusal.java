package dev.oin.web.problems;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/** A problem detail on its way out, with the headers that go with it. */
public record Refusal(ProblemDetail detail, HttpHeaders headers) {

    /** The same with one header more. */
    public Refusal with(String name, String value) {
        headers.add(name, value);
        return this;
    }

    /** The answer of a controller. */
    public ResponseEntity<Object> answer() {
        return ResponseEntity.status(detail.getStatus())
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(detail);
    }
}
