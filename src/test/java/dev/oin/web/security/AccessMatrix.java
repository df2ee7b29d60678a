package dev.oin.web.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;

/** Who may do what, a row for each route; {@code access-matrix.txt} explains its columns. */
record AccessMatrix(List<Row> rows) {

    private static final Set<String> REFUSED = Set.of("401", "403", "404", "in", "no", "door");

    static AccessMatrix read() {
        var rows = new ArrayList<Row>();
        List<String> people = List.of();
        for (var line : lines()) {
            var cells =
                    Arrays.stream(line.split(" \\| ?", -1)).map(String::strip).toList();
            if (line.startsWith("route")) {
                people = cells.subList(2, cells.size());
            } else if (!line.isBlank() && !line.startsWith("#")) {
                rows.add(row(cells, people));
            }
        }
        return new AccessMatrix(List.copyOf(rows));
    }

    private static Row row(List<String> cells, List<String> people) {
        if (cells.size() != people.size() + 2) {
            throw new IllegalStateException("Not a row: " + cells);
        }
        var expected = new LinkedHashMap<String, String>();
        for (var at = 0; at < people.size(); at++) {
            expected.put(people.get(at), cells.get(at + 2));
        }
        return new Row(cells.get(0), cells.get(1), expected);
    }

    private static List<String> lines() {
        try {
            return new ClassPathResource("access-matrix.txt")
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * A route, an example of its use, and what comes of it for each person.
     *
     * @param route as {@code GET /runs/{id}}
     * @param example what is sent: an address where it differs from the usual one, then a body; JSON starts with a bracket
     */
    record Row(String route, String example, Map<String, String> expected) {

        String method() {
            var method = route.substring(0, route.indexOf(' '));
            return method.equals("ANY") ? "GET" : method;
        }

        String path() {
            if (example.startsWith("/")) {
                return example.split(" ", 2)[0];
            }
            var path = route.substring(route.indexOf(' ') + 1)
                    .replaceFirst("\\?wait$", "?wait=0")
                    .replaceFirst("(/submissions)/\\{id}", "$1/{draft}")
                    .replaceFirst("(/reviews?)/\\{id}", "$1/{review}")
                    .replaceFirst("(/instances)/\\{id}", "$1/{instance}")
                    .replaceFirst("(/people)/\\{id}", "$1/{person}")
                    .replaceFirst("(/runs)/\\{id}", "$1/{run}")
                    .replaceFirst("(/integrations)/\\{id}", "$1/{integration}")
                    .replaceFirst("(/members)/\\{id}", "$1/{member}")
                    .replaceFirst("(/staff)/\\{id}", "$1/{colleague}")
                    .replaceFirst("(/invitations)/\\{id}", "$1/{invitation}")
                    .replaceFirst("(/tokens)/\\{id}", "$1/{token}")
                    .replaceFirst("(/results)/\\{token}", "$1/{share}")
                    .replaceFirst("(/saml|/apps)/\\{id}", "$1/{instance}");
            return path.replace("{number}", "1")
                    .replace("{protocol}", "SAML")
                    .replace("{kind}", "CURRENT")
                    .replace("{process}", "oinSubmission")
                    .replace("{pending}", "{never}")
                    .replace("{text}", "nonsense")
                    .replace("{group}", "Everyone")
                    .replace("{waiver}", "{never}")
                    .replace("{source}", "SAML_METADATA")
                    .replaceFirst("(/absences|/reasons)/\\{id}", "$1/{never}")
                    .replaceFirst("\\{(?:action|protocol):(\\w+(-\\w+)?).*", "$1");
        }

        String body() {
            var body = example.startsWith("/")
                    ? example.contains(" ") ? example.substring(example.indexOf(' ') + 1) : ""
                    : example;
            return body.replace("\\r\\n", "\r\n");
        }

        String type() {
            if (body().isEmpty() && method().equals("GET")) {
                return "";
            }
            if (body().startsWith("--")) {
                return "multipart/form-data; boundary=parted";
            }
            if (route.endsWith("/logo")) {
                return "image/png";
            }
            return route.contains("/api/") || body().startsWith("{\"") ? "application/json" : Guest.FORM;
        }

        /** Whether it is about one of the things that belong to an organisation. */
        boolean namesSomething() {
            return "404".equals(expected.get("outsider"))
                    && !"404".equals(expected.get("nobody"))
                    && path().contains("{");
        }

        boolean takesJson() {
            return !isRead() && type().equals("application/json") && !body().isEmpty();
        }

        /** Whether apps call it from elsewhere, with protection of their own or with a session of another kind. */
        boolean isOpenToOtherSites() {
            return route.contains("/api/") || route.contains("/saml/") || route.endsWith("/oauth2/token");
        }

        boolean isRead() {
            return method().equals("GET");
        }

        /** Who is turned away. */
        List<String> refused() {
            return expected.keySet().stream()
                    .filter(who -> REFUSED.contains(expected.get(who)))
                    .toList();
        }

        /** Who is let through, were it only to be told what is wrong with the request. */
        List<String> admitted() {
            return expected.keySet().stream()
                    .filter(who -> !REFUSED.contains(expected.get(who)))
                    .toList();
        }

        /** The row as it would have to be for these. */
        String with(Map<String, String> seen) {
            var cells = expected.keySet().stream()
                    .map(who -> " " + pad(seen.getOrDefault(who, "?"), Math.max(4, who.length())))
                    .collect(Collectors.joining(" |"));
            return pad(route, 62) + " | " + pad(example, 60) + " |" + cells;
        }

        private static String pad(String text, int width) {
            return text.length() >= width ? text : text + " ".repeat(width - text.length());
        }
    }
}
