package dev.oin.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oin.account.Caller;
import dev.oin.account.MemberRole;
import dev.oin.egress.AddressRules;
import dev.oin.egress.Call;
import dev.oin.egress.GuardedHttp;
import dev.oin.egress.Reply;
import dev.oin.kernel.AccountId;
import dev.oin.kernel.Ids;
import dev.oin.kernel.MovableClock;
import dev.oin.kernel.OrganizationId;
import dev.oin.review.SubmissionBuilder;
import dev.oin.storage.database.TestDatabase;
import dev.oin.submission.Submission;
import dev.oin.submission.SubmissionMoved;
import dev.oin.submission.SubmissionState;
import dev.oin.submission.Submissions;
import dev.oin.vault.Sealed;
import dev.oin.vault.Secret;
import dev.oin.vault.SecretOwner;
import dev.oin.vault.Vault;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.Mockito;
import org.springframework.jdbc.core.simple.JdbcClient;

class WebhookIT {

    private final Submission submission = SubmissionBuilder.aSubmission().build();
    private final OrganizationId acme = submission.organization();
    private final OrganizationId other = new OrganizationId(new UUID(9, 9));
    private final Caller ada = new Caller(
            new AccountId(new UUID(0, 7)), "ada@acme.test", "Ada", acme, Set.of(MemberRole.SUPER_ADMIN), Set.of());
    private final JdbcClient client = JdbcClient.create(TestDatabase.fresh());
    private final AtomicLong count = new AtomicLong();
    private final Ids ids = () -> new UUID(1, count.incrementAndGet());
    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-24T12:00:00Z"));
    private final List<Call> calls = new ArrayList<>();
    private Reply reply = answered(200);
    private final GuardedHttp http = (call, capture) -> {
        calls.add(call);
        return reply;
    };
    private final WebhookRows rows = new WebhookRows(client, new Plain(), ids);
    private final DeliveryRows deliveries = new DeliveryRows(client, ids);
    private final Webhooks webhooks =
            new Webhooks(rows, deliveries, AddressRules.withoutNetwork(List.of()), new SecureRandom(), clock);
    private final CallWebhooks call = new CallWebhooks(rows, deliveries, http, Runnable::run, clock);

    @Test
    void a_move_is_told_with_a_signature_that_the_key_proves() throws Exception {
        var added = (Webhooks.Added.Done) webhooks.add(acme, "https://ci.example.com/oin", ada);

        moves();
        call.callDue();

        assertThat(calls).hasSize(2);
        var told = calls.getLast();
        var body = new String(told.body(), StandardCharsets.UTF_8);
        assertThat(told.method()).isEqualTo("POST");
        assertThat(told.redirects()).isZero();
        assertThat(body).contains("\"state\":\"QA_TESTING\"", submission.id().toString());
        var seconds = clock.instant().getEpochSecond();
        assertThat(header(told, "OIN-Signature"))
                .isEqualTo("t=%d,v1=%s".formatted(seconds, hmac(added.key(), seconds + "." + body)));
        assertThat(webhooks.deliveries(acme, 10)).extracting(Delivery::state).containsOnly(Delivery.State.DELIVERED);
        assertThat(webhooks.deliveries(other, 10)).isEmpty();
    }

    @Test
    void a_new_key_signs_at_once_and_the_one_before_it_for_a_day_more() throws Exception {
        var added = (Webhooks.Added.Done) webhooks.add(acme, "https://ci.example.com/oin", ada);
        assertThat(webhooks.renewKey(other, added.id())).isEmpty();

        var key = webhooks.renewKey(acme, added.id()).orElseThrow();

        call.callDue();
        assertThat(signature(calls.getLast())).isEqualTo(signedWith(key) + ",v1=" + hmacNow(added.key()));
        clock.forward(Duration.ofDays(1));
        moves();
        call.callDue();
        assertThat(signature(calls.getLast())).isEqualTo(signedWith(key));
    }

    private String signature(Call made) {
        return header(made, "OIN-Signature");
    }

    private String signedWith(Secret key) throws Exception {
        return "t=%d,v1=%s".formatted(clock.instant().getEpochSecond(), hmacNow(key));
    }

    private String hmacNow(Secret key) throws Exception {
        var body = new String(calls.getLast().body(), StandardCharsets.UTF_8);
        return hmac(key, clock.instant().getEpochSecond() + "." + body);
    }

    @Test
    void who_answers_late_does_not_undo_what_another_node_brought_about() {
        var added = (Webhooks.Added.Done) webhooks.add(acme, "https://ci.example.com/oin", ada);
        var late = deliveries
                .take(added.id(), clock.instant(), Duration.ofMinutes(2))
                .orElseThrow();
        clock.forward(Duration.ofMinutes(3));
        call.callDue();

        deliveries.ended(late, Delivery.State.FAILED, "Answered 500", clock.instant());
        deliveries.again(late, "No answer", clock.instant());

        assertThat(webhooks.deliveries(acme, 10)).singleElement().satisfies(delivery -> {
            assertThat(delivery.state()).isEqualTo(Delivery.State.DELIVERED);
            assertThat(delivery.answer()).isEqualTo("Answered 200");
        });
    }

    @Test
    @Timeout(60)
    void nobody_waits_for_somebody_elses_slow_receiver() {
        webhooks.add(acme, "https://slow.example.com/oin", ada);
        clock.forward(Duration.ofSeconds(1));
        webhooks.add(other, "https://fast.example.com/oin", ada);
        var asked = new CountDownLatch(1);
        var answered = new CountDownLatch(1);
        var slowCalls = new AtomicInteger();
        GuardedHttp slowFirst = (call, capture) -> {
            if (call.url().getHost().startsWith("slow")) {
                slowCalls.incrementAndGet();
                asked.countDown();
                await(answered);
            } else {
                await(asked);
                answered.countDown();
            }
            return answered(200);
        };

        try (var lanes = Executors.newVirtualThreadPerTaskExecutor()) {
            var calling = new CallWebhooks(rows, deliveries, slowFirst, lanes, clock);
            calling.callDue();
            calling.callDue();
        }

        assertThat(slowCalls).hasValue(1);
        assertThat(webhooks.deliveries(acme, 10)).extracting(Delivery::state).containsOnly(Delivery.State.DELIVERED);
        assertThat(webhooks.deliveries(other, 10)).extracting(Delivery::state).containsOnly(Delivery.State.DELIVERED);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }

    @Test
    void another_organisations_move_is_not_told() {
        webhooks.add(other, "https://ci.example.org/oin", ada);
        call.callDue();
        calls.clear();

        moves();
        call.callDue();

        assertThat(calls).isEmpty();
    }

    @Test
    void a_refused_call_is_made_again_with_growing_waits_and_then_given_up() {
        webhooks.add(acme, "https://ci.example.com/oin", ada);
        reply = answered(500);

        for (int minute = 0; minute < 24 * 60; minute++) {
            call.callDue();
            clock.forward(Duration.ofMinutes(1));
        }

        assertThat(calls).hasSize(7);
        assertThat(calls)
                .extracting(made -> header(made, "OIN-Delivery"))
                .containsOnly(header(calls.getFirst(), "OIN-Delivery"));
        assertThat(webhooks.deliveries(acme, 10)).singleElement().satisfies(delivery -> {
            assertThat(delivery.state()).isEqualTo(Delivery.State.FAILED);
            assertThat(delivery.answer()).isEqualTo("Answered 500");
        });

        reply = answered(204);
        var id = webhooks.deliveries(acme, 10).getFirst().id();
        assertThat(webhooks.retry(other, id)).isFalse();
        assertThat(webhooks.retry(acme, id)).isTrue();
        call.callDue();
        assertThat(webhooks.deliveries(acme, 10).getFirst().state()).isEqualTo(Delivery.State.DELIVERED);
    }

    @Test
    void what_the_address_rules_forbid_is_not_tried_again() {
        webhooks.add(acme, "https://rebound.example.com/", ada);
        reply = new Reply.Refused("link-local addresses are not called");

        call.callDue();
        clock.forward(Duration.ofDays(1));
        call.callDue();

        assertThat(calls).hasSize(1);
        assertThat(webhooks.deliveries(acme, 10).getFirst().answer()).contains("link-local");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "ftp://a.test/",
                "https://user:pw@a.test/",
                "javascript:alert(1)",
                "https:///x",
                "http://ci.example.com/",
                "https://10.1.2.3/",
                "https://169.254.169.254/latest",
                "https://ci.acme.test/"
            })
    void what_is_no_address_on_the_public_internet_is_refused(String url) {
        assertThat(webhooks.add(acme, url, ada)).isInstanceOf(Webhooks.Added.Refused.class);
    }

    @Test
    void nobody_removes_another_organisations_and_removed_ones_are_silent() {
        var added = (Webhooks.Added.Done) webhooks.add(acme, "https://ci.example.com/oin", ada);

        assertThat(webhooks.remove(other, added.id())).isFalse();
        assertThat(webhooks.remove(acme, added.id())).isTrue();
        moves();
        call.callDue();

        assertThat(calls).isEmpty();
    }

    private void moves() {
        var submissions = Mockito.mock(Submissions.class);
        Mockito.when(submissions.find(submission.id())).thenReturn(Optional.of(submission));
        new QueueCalls(submissions, rows, deliveries, clock)
                .on(new SubmissionMoved(submission.id(), SubmissionState.QA_TESTING));
    }

    private static String header(Call made, String name) {
        return made.headers().stream()
                .filter(header -> header.name().equals(name))
                .findFirst()
                .orElseThrow()
                .value();
    }

    private static String hmac(Secret key, String text) throws Exception {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key.reveal().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static Reply answered(int status) {
        return new Reply.Answered(
                URI.create("https://ci.example.com/oin"), status, List.of(), new byte[0], false, Duration.ZERO);
    }

    /** Seals by a mark. */
    private static final class Plain implements Vault {

        @Override
        public Sealed seal(Secret secret, SecretOwner owner) {
            return new Sealed("sealed:" + secret.reveal());
        }

        @Override
        public Secret open(Sealed sealed, SecretOwner owner) {
            return new Secret(sealed.text().substring("sealed:".length()));
        }

        @Override
        public boolean isCurrent(Sealed sealed) {
            return true;
        }
    }
}
