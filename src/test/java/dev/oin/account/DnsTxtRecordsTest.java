package dev.oin.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a name server that answers each question with the same records. */
class DnsTxtRecordsTest {

    private static final int NO_SUCH_NAME = 3;
    private static final int SERVER_FAILED = 2;

    private DatagramSocket server;
    private volatile List<List<String>> records = List.of();
    private volatile int code;
    private volatile @Nullable String asked;

    @BeforeEach
    void serve() throws IOException {
        server = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        Thread.ofVirtual().start(this::answerAll);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void reads_all_texts() throws TxtRecords.NoAnswer {
        records = List.of(
                List.of("oin-domain-verification=abc"),
                List.of("v=spf1 -all"),
                List.of("a".repeat(255), "b".repeat(40)));

        var found = dns().of("_oin-challenge.acme.example");

        assertThat(found)
                .containsExactlyInAnyOrder(
                        "oin-domain-verification=abc", "v=spf1 -all", "a".repeat(255) + " " + "b".repeat(40));
        assertThat(asked).isEqualTo("_oin-challenge.acme.example");
    }

    @Test
    void a_name_that_is_not_there_has_no_texts() throws TxtRecords.NoAnswer {
        code = NO_SUCH_NAME;

        assertThat(dns().of("nowhere.example")).isEmpty();
    }

    @Test
    void a_name_without_texts_has_none() throws TxtRecords.NoAnswer {
        assertThat(dns().of("acme.example")).isEmpty();
    }

    @Test
    void a_server_in_trouble_is_no_answer() {
        code = SERVER_FAILED;

        assertThatExceptionOfType(TxtRecords.NoAnswer.class).isThrownBy(() -> dns().of("acme.example"));
    }

    private DnsTxtRecords dns() {
        return new DnsTxtRecords("dns://127.0.0.1:" + server.getLocalPort());
    }

    private void answerAll() {
        var buffer = new byte[1500];
        try {
            while (!server.isClosed()) {
                var question = new DatagramPacket(buffer, buffer.length);
                server.receive(question);
                var answer = answer(question.getData(), question.getLength());
                server.send(new DatagramPacket(answer, answer.length, question.getSocketAddress()));
            }
        } catch (IOException closed) {
            // the test is over
        }
    }

    /** RFC 1035, section 4: the question again, then a record for each of the texts. */
    private byte[] answer(byte[] question, int length) {
        asked = nameIn(question);
        var answer = new ByteArrayOutputStream();
        answer.write(question, 0, 2);
        write(answer, 0x81, 0x80 | code, 0, 1, 0, code == 0 ? records.size() : 0, 0, 0, 0, 0);
        answer.write(question, 12, length - 12);
        if (code == 0) {
            records.forEach(texts -> record(answer, texts));
        }
        return answer.toByteArray();
    }

    private static void record(ByteArrayOutputStream answer, List<String> texts) {
        var size = texts.stream().mapToInt(text -> text.length() + 1).sum();
        write(answer, 0xc0, 12, 0, 16, 0, 1, 0, 0, 0, 60, size >> 8, size & 0xff);
        for (var text : texts) {
            answer.write(text.length());
            answer.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
        }
    }

    private static String nameIn(byte[] question) {
        var name = new StringBuilder();
        for (var at = 12; question[at] != 0; at += question[at] + 1) {
            name.append(name.isEmpty() ? "" : ".")
                    .append(new String(question, at + 1, question[at], StandardCharsets.US_ASCII));
        }
        return name.toString();
    }

    private static void write(ByteArrayOutputStream out, int... bytes) {
        for (var value : bytes) {
            out.write(value);
        }
    }
}
