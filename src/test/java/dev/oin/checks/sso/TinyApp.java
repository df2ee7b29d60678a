package dev.oin.checks.sso;

import dev.oin.checks.FixtureSite;
import dev.oin.checks.FixtureSite.Answer;
import dev.oin.checks.FixtureSite.Asked;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.jspecify.annotations.Nullable;

/** A SAML app in a few lines, that believes every answer; good enough to be judged, with a switch for each way to go wrong. */
final class TinyApp implements AutoCloseable {

    private static final Pattern NAME_ID = Pattern.compile("NameID[^>]*>([^<]+)<");

    private final FixtureSite site = new FixtureSite();
    private final Map<String, String> sessions = new ConcurrentHashMap<>();
    private final Map<String, String> profiles = new ConcurrentHashMap<>();
    private final Set<Flaw> flaws = EnumSet.noneOf(Flaw.class);
    private final List<String> codes = new CopyOnWriteArrayList<>();
    private final CountDownLatch hurried = new CountDownLatch(1);
    private final AtomicInteger strangers = new AtomicInteger();
    private volatile Runnable onAnswer = () -> {};
    private volatile String script = "";
    private String signOn = "";

    enum Flaw {
        ASKS_FOR_ANOTHER_ACS,
        ASKS_ANOTHER_PROVIDER,
        START_IS_MISSING,
        START_IS_A_PAGE,
        START_ASKS_FOR_A_CODE,
        START_ASKS_FOR_A_CHOICE,
        BREAKS,
        REFUSES_FOR_AUDIENCE,
        REFUSES_UNKNOWN_PEOPLE,
        STARTS_NO_SESSION,
        SAYS_NO_ONCE,
        SAYS_NO_IN_PLACE,
        LOOPS,
        REFUSES_IN_A_CIRCLE,
        HIDES_THE_PROFILE,
        SHOWS_THE_PROFILE_LATE,
        SENDS_PAGES_IN_PARTS,
        LEADS_ON_BY_SCRIPT,
        LEADS_TO_A_FILE,
        HANDS_OUT_A_FILE,
        LEADS_TO_A_PUBLIC_PAGE
    }

    TinyApp() {
        site.serve("/start", this::start)
                .serve("/start/request", this::requestOfChosen)
                .serve("/start/choice", asked -> chosen())
                .serve("/acs", this::answer)
                .serve("/home", this::home)
                .serve("/sign-in", this::signIn)
                .serve("/file", asked -> file())
                .page("/", "<h1>Everybody is welcome</h1>")
                .serve("/refused", asked -> Answer.redirect("/refused"))
                .page("/elsewhere", "<h1>Another provider</h1>");
    }

    TinyApp connectedTo(String ssoUrl) {
        signOn = ssoUrl;
        return this;
    }

    TinyApp with(Flaw flaw) {
        flaws.add(flaw);
        return this;
    }

    /** Lets the pages with and without a session run a script, as most pages do. */
    TinyApp withScripts() {
        script = "<script>document.title = 'Tiny'</script>";
        return this;
    }

    /** How many sign-ins began with something that another one had left in the browser. */
    int leaks() {
        return strangers.get();
    }

    /** Does something once, when the next answer comes. */
    void onNextAnswer(Runnable action) {
        var done = new AtomicBoolean();
        onAnswer = () -> {
            if (done.compareAndSet(false, true)) {
                action.run();
            }
        };
    }

    URI at(String path) {
        return site.at(path);
    }

    private Answer start(Asked asked) {
        if (has(Flaw.LEADS_TO_A_PUBLIC_PAGE) && sessions.containsKey(session(asked))) {
            return Answer.redirect("/home");
        }
        if (has(Flaw.START_IS_MISSING)) {
            return Answer.status(404, "<h1>Not found</h1>");
        }
        if (has(Flaw.START_IS_A_PAGE) && !"1".equals(asked.parameters().get("go"))) {
            return Answer.html("<h1>Welcome</h1><a id='sso' href='/start?go=1'>Sign in with SSO</a>");
        }
        if (has(Flaw.START_ASKS_FOR_A_CHOICE)) {
            return Answer.html(
                    "<h1>Welcome</h1><form method='post' action='/start/choice'><button id='choose'>Acme</button></form>");
        }
        return has(Flaw.START_ASKS_FOR_A_CODE) ? askedForCode(asked.parameters().get("company")) : request();
    }

    /** Says the code again, as such pages do. */
    private Answer askedForCode(@Nullable String code) {
        if (code == null) {
            return Answer.html("<h1>Welcome</h1><form method='post'><input id='code' name='company'>"
                    + "<button id='next'>Next</button></form>");
        }
        codes.add(code);
        var escaped = code.replace("&", "&amp;").replace("<", "&lt;").replace("'", "&#39;");
        return Answer.html("<h1>Hello, " + escaped + "</h1><input value='" + escaped
                + "'><a id='sso' href='/start/request'>Sign in with SSO</a>");
    }

    /** Takes its time, unless the browser goes elsewhere meanwhile. */
    private Answer chosen() {
        takeTime();
        return Answer.html("<h1>Acme was chosen</h1>").with("Set-Cookie", "choice=acme; Path=/start; HttpOnly");
    }

    private void takeTime() {
        try {
            hurried.await(600, TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private Answer requestOfChosen(Asked asked) {
        hurried.countDown();
        return has(Flaw.START_ASKS_FOR_A_CHOICE) && !asked.cookies().contains("choice=acme")
                ? Answer.html("<h1>Please choose first</h1>")
                : request();
    }

    /** The codes that were given. */
    List<String> codes() {
        return codes;
    }

    private Answer request() {
        var acs = has(Flaw.ASKS_FOR_ANOTHER_ACS) ? at("/other-acs") : at("/acs");
        var provider = has(Flaw.ASKS_ANOTHER_PROVIDER) ? at("/elsewhere").toString() : signOn;
        var xml =
                "<samlp:AuthnRequest xmlns:samlp='urn:oasis:names:tc:SAML:2.0:protocol' xmlns:saml='urn:oasis:names:tc:SAML:2.0:assertion' ID='_"
                        + UUID.randomUUID() + "' Version='2.0' IssueInstant='"
                        + Instant.now().truncatedTo(ChronoUnit.SECONDS) + "' Destination='" + provider
                        + "' AssertionConsumerServiceURL='" + acs
                        + "' ProtocolBinding='urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST'><saml:Issuer>"
                        + at("/saml")
                        + "</saml:Issuer></samlp:AuthnRequest>";
        return Answer.redirect(provider + "?SAMLRequest=" + URLEncoder.encode(deflated(xml), StandardCharsets.UTF_8));
    }

    private Answer answer(Asked asked) {
        if (!asked.cookies().isEmpty()) {
            strangers.incrementAndGet();
        }
        onAnswer.run();
        if (!asked.method().equals("POST")) {
            return Answer.status(405, "<h1>Method not allowed</h1>");
        }
        var xml = new String(
                Base64.getMimeDecoder().decode(asked.parameters().get("SAMLResponse")), StandardCharsets.UTF_8);
        if (has(Flaw.BREAKS)) {
            return Answer.status(500, "<h1>Something went wrong</h1>");
        }
        if (has(Flaw.REFUSES_FOR_AUDIENCE)) {
            return Answer.status(403, "<h1>Sign-in failed</h1><p>The audience is not ours.</p>");
        }
        if (has(Flaw.REFUSES_UNKNOWN_PEOPLE)) {
            return Answer.status(403, "<h1>No account</h1><p>There is no account for this user.</p>");
        }
        if (has(Flaw.LOOPS)) {
            return request();
        }
        if (has(Flaw.REFUSES_IN_A_CIRCLE)) {
            return Answer.redirect("/refused?error");
        }
        if (has(Flaw.STARTS_NO_SESSION)) {
            return Answer.redirect("/home");
        }
        if (has(Flaw.SAYS_NO_ONCE)) {
            return Answer.redirect("/sign-in").with("Set-Cookie", "said=no; Path=/; HttpOnly");
        }
        if (has(Flaw.SAYS_NO_IN_PLACE)) {
            return Answer.html("<h1>Unhandled</h1><p>Tracking number " + UUID.randomUUID() + "</p>");
        }
        var session = UUID.randomUUID().toString();
        sessions.put(session, first(NAME_ID, xml));
        profiles.put(session, value(xml, "first") + " " + value(xml, "last"));
        var next = has(Flaw.LEADS_ON_BY_SCRIPT)
                ? Answer.html("<p>Signing you in</p><script>setTimeout(() => location = '/home', 600)</script>")
                : Answer.redirect(landing());
        return next.with("Set-Cookie", "tiny=" + session + "; Path=/; HttpOnly");
    }

    private String landing() {
        return has(Flaw.LEADS_TO_A_FILE) ? "/file" : has(Flaw.LEADS_TO_A_PUBLIC_PAGE) ? "/" : "/home";
    }

    /** Shows once why somebody was refused, as frameworks do. */
    private Answer signIn(Asked asked) {
        return asked.cookies().contains("said=no")
                ? Answer.html("<p>The signature is invalid.</p><h1>Please sign in</h1>")
                        .with("Set-Cookie", "said=; Max-Age=0; Path=/")
                : Answer.html("<h1>Please sign in</h1>" + script);
    }

    private Answer home(Asked asked) {
        var session = session(asked);
        if (!sessions.containsKey(session)) {
            return Answer.redirect("/sign-in");
        }
        if (has(Flaw.HIDES_THE_PROFILE)) {
            return Answer.html("<h1>Your dashboard</h1>");
        }
        if (has(Flaw.SHOWS_THE_PROFILE_LATE)) {
            return Answer.html(
                    "<h1>Your dashboard</h1><p id='who'>Loading</p><script>setTimeout(() => who.textContent = '"
                            + profiles.get(session) + " " + sessions.get(session) + "', 700)</script>");
        }
        var whose =
                "<h1>Welcome " + profiles.get(session) + "</h1><p id='who'>" + sessions.get(session) + "</p>" + script;
        if (has(Flaw.HANDS_OUT_A_FILE)) {
            return Answer.html(whose + "<script>location = '/file'</script>");
        }
        return has(Flaw.SENDS_PAGES_IN_PARTS)
                ? Answer.html("<h1>Your dashboard</h1>").then(this::takeTime, whose)
                : Answer.html(whose);
    }

    private static String session(Asked asked) {
        return asked.cookies().replaceAll(".*tiny=([^;]*).*", "$1");
    }

    private static Answer file() {
        return new Answer(
                200, Map.of("Content-Type", "text/csv", "Content-Disposition", "attachment; filename=a.csv"), "a,b");
    }

    private boolean has(Flaw flaw) {
        return flaws.contains(flaw);
    }

    private static String value(String xml, String attribute) {
        return first(Pattern.compile("Name=\"" + attribute + "\"[^>]*>\\s*<[^>]*AttributeValue[^>]*>([^<]*)<"), xml);
    }

    private static String first(Pattern pattern, String text) {
        var matcher = pattern.matcher(text);
        return matcher.find() ? matcher.group(1) : "";
    }

    private static String deflated(String xml) {
        var bytes = new ByteArrayOutputStream();
        try (var deflate = new DeflaterOutputStream(bytes, new Deflater(Deflater.DEFAULT_COMPRESSION, true))) {
            deflate.write(xml.getBytes(StandardCharsets.UTF_8));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }

    @Override
    public void close() {
        site.close();
    }
}
