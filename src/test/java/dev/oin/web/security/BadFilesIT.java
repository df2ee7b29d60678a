package dev.oin.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doReturn;

import dev.oin.gate.EvaluateGate;
import dev.oin.submission.LogoUploads;
import dev.oin.web.api.ApiClient;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.bean.override.mockito.MockitoSpyBean;

/** Files and documents that are broken or meant to break something: told what is wrong with them, and nothing changed. */
@OnSurface
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadFilesIT {

    private static final String DOCTYPE =
            "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><md:EntityDescriptor xmlns:md='urn:oasis:names:tc:SAML:2.0:metadata' entityID='&a;'/>";
    private static final String LAUGHS = "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">"
            + "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">]><x>&c;</x>";

    @MockitoSpyBean
    private EvaluateGate gate;

    @Autowired
    private ApplicationContext context;

    @LocalServerPort
    private int port;

    private World world;
    private Map<String, String> before;

    @BeforeAll
    void gather() {
        doReturn(true).when(gate).isOpenForSubmitter(any());
        world = new World(context, port);
    }

    @BeforeEach
    void remember() {
        before = world.kept();
    }

    @AfterEach
    void nothing_changed() {
        assertThat(world.kept()).isEqualTo(before);
    }

    static Stream<Arguments> logos() throws IOException {
        var png = ApiClient.png(200, 200);
        var damaged = png.clone();
        Arrays.fill(damaged, 40, 60, (byte) 0);
        var hostile = LogoUploads.refused().entrySet().stream()
                .map(named -> Arguments.of(
                        named.getKey(),
                        named.getValue().bytes(),
                        422,
                        named.getValue().rule()));
        return Stream.concat(
                hostile,
                Stream.of(
                        Arguments.of("nothing", new byte[0], 415, "IR-LG-1"),
                        Arguments.of("text", bytes("no image"), 415, "IR-LG-1"),
                        Arguments.of(
                                "a drawing with a script",
                                bytes("<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"),
                                415,
                                "IR-LG-1"),
                        Arguments.of("a web page", bytes("<html><script>alert(1)</script>"), 415, "IR-LG-1"),
                        Arguments.of("the first bytes of a PNG", Arrays.copyOf(png, 8), 422, "IR-LG-1"),
                        Arguments.of("half a PNG", Arrays.copyOf(png, png.length / 2), 422, "IR-LG-1"),
                        Arguments.of("a PNG with a hole", damaged, 422, "IR-LG-1"),
                        Arguments.of("another size", ApiClient.png(201, 200), 422, "IR-LG-2"),
                        Arguments.of("a megabyte", Arrays.copyOf(png, 1_048_576), 413, "IR-LG-1")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("logos")
    void a_bad_logo_is_refused_by_its_rule(String what, byte[] file, int status, String rule) {
        var answer = put("logo", "image/png", file);

        assertProblem(answer, status);
        assertThat(answer.text("/errors/0/field")).isEqualTo("logo");
        assertThat(answer.text("/errors/0/rule")).isEqualTo(rule);
    }

    @ParameterizedTest
    @ValueSource(strings = {"logo", "manifest", "configuration", "test-information", "protocols"})
    void a_body_beyond_all_bounds_is_not_even_read(String member) {
        assertProblem(put(member, member.equals("logo") ? "image/png" : "application/json", new byte[3_000_000]), 413);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "schema_version: [",
                "schema_version: 1\n---\nschema_version: 1",
                "a: &a [x, x]\nb: [*a, *a]",
                "schema_version: !!java.net.URL [\"http://localhost/\"]",
                "\u0000",
                "schema_version: 1\nschema_version: 1"
            })
    void a_broken_manifest_in_yaml_is_malformed(String text) {
        assertProblem(put("manifest", "application/yaml", bytes(text)), 400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"schema_version\":1", "{\"schema_version\":1,}", "[1]", "\"x\"", "", "{\"a\":1}{\"b\":2}"})
    void a_broken_manifest_in_json_is_malformed(String text) {
        assertProblem(put("manifest", "application/json", bytes(text)), 400);
    }

    @Test
    void a_manifest_in_a_broken_encoding_is_malformed() {
        var latin = "{\"schema_version\":1,\"configuration\":{\"catalog\":{\"display_name\":\"M\u00fcnchen\"}}}"
                .getBytes(StandardCharsets.ISO_8859_1);

        assertProblem(put("manifest", "application/json", latin), 400);
        assertProblem(put("manifest", "application/yaml", latin), 400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"text/xml", "text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=b"
            })
    void a_manifest_of_another_type_is_refused(String type) {
        assertProblem(put("manifest", type, bytes("{\"schema_version\":1}")), 415);
    }

    static Stream<String> metadata() {
        var deep = "<a>".repeat(20_000);
        var entity =
                "<md:EntityDescriptor xmlns:md='urn:oasis:names:tc:SAML:2.0:metadata' entityID='https://app.example'";
        return Stream.of(
                "no metadata at all",
                "<md:EntityDescriptor",
                entity + ">",
                entity + "/>",
                "<html><body>Sign in</body></html>",
                DOCTYPE,
                LAUGHS,
                deep,
                "<x>" + "y".repeat(1_500_000) + "</x>",
                "<?xml version='1.0' encoding='utf-7'?><x/>",
                "\u0000\u0001",
                "<md:EntityDescriptor xmlns:md='urn:oasis:names:tc:SAML:2.0:metadata' " + "a".repeat(100_000)
                        + "='1'/>");
    }

    @ParameterizedTest
    @MethodSource("metadata")
    void broken_metadata_gives_no_values_and_says_why(String xml) {
        var answer = world.as("super")
                .form(
                        world.filled("/submissions/{draft}/prefill/SAML_METADATA/preview"),
                        "document=" + Guest.encoded(xml));

        assertThat(answer.status()).isIn(200, 400, 413, 422);
        assertThat(answer.body())
                .doesNotContain("root:", "name=\"take\"", "Exception")
                .contains("<h1");
    }

    static List<String> torn() {
        var head = "--parted\r\nContent-Disposition: form-data; name=\"logo\"; filename=\"l.png\"\r\n";
        return List.of(
                "",
                "--parted",
                "--parted\r\n",
                head,
                head + "Content-Type: image/png\r\n\r\n",
                head + "Content-Type: image/png\r\n\r\nhalf a file",
                head + "Content-Type: image/png\r\n\r\nx\r\n--other--",
                "--parted\r\nContent-Disposition: form-data\r\n\r\nx\r\n--parted--",
                "--parted\r\nContent-Disposition: form-data; name=\"logo\"; filename=\"../../x\0.png\"\r\n\r\nx\r\n--parted--",
                ("--parted\r\nContent-Disposition: form-data; name=\"p\"\r\n\r\nx\r\n").repeat(5_000) + "--parted--");
    }

    @ParameterizedTest
    @MethodSource("torn")
    void a_torn_upload_is_no_fault_of_ours(String body) {
        var answer = world.as("super")
                .send(
                        "POST",
                        world.filled("/submissions/{draft}/logo"),
                        "multipart/form-data; boundary=parted",
                        bytes(body),
                        request -> request);

        assertThat(answer.status()).isBetween(300, 499);
        assertThat(answer.body()).doesNotContain("Exception");
    }

    private Guest.Answer put(String member, String type, byte[] body) {
        var etag = world.isv.get(world.filled("/submissions/{draft}")).header("ETag");
        return world.as("super")
                .send(
                        "PUT",
                        world.filled("/api/v1/submissions/{draft}/" + member),
                        type,
                        body,
                        request -> request.header("If-Match", etag));
    }

    private static void assertProblem(Guest.Answer answer, int status) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.text("/type")).startsWith("urn:oin:problem:");
        assertThat(answer.text("/status")).isEqualTo(Integer.toString(status));
        assertThat(answer.text("/detail")).isNotBlank();
        assertThat(answer.body()).doesNotContain("Exception", "at [Source");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
