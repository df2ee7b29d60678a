package dev.oin.review;

import dev.oin.egress.Call;
import dev.oin.egress.GuardedHttp;
import dev.oin.egress.Reply;
import dev.oin.review.ChecklistEntry.Result;
import dev.oin.submission.Configuration;
import dev.oin.submission.Saml;
import dev.oin.submission.Scim;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Opens the guides as a customer would (IR-CG-1); only through the guarded client. */
@Component
class LookAtGuides {

    private static final int REDIRECTS = 5;
    private static final int TITLE_LENGTH = 120;
    private static final Pattern TITLE = Pattern.compile("<title[^>]*>([^<]{1,500})</title>", Pattern.CASE_INSENSITIVE);

    private final GuardedHttp http;

    LookAtGuides(GuardedHttp http) {
        this.http = http;
    }

    MachineVerdict look(Configuration configuration) {
        var text = new StringBuilder();
        var worst = Result.PASS;
        var unsure = false;
        for (var guide : guides(configuration).entrySet()) {
            var seen = open(guide.getValue());
            text.append(guide.getKey()).append(": ").append(seen.text()).append(' ');
            worst = seen.result() == Result.FAIL ? Result.FAIL : worst;
            unsure |= seen.result() == null;
        }
        var words = text.toString().strip();
        if (words.isEmpty()) {
            return MachineVerdict.fail("No guide is named.");
        }
        return worst == Result.FAIL
                ? MachineVerdict.fail(words)
                : unsure ? MachineVerdict.hint(words) : MachineVerdict.pass(words);
    }

    static Map<String, String> guides(Configuration configuration) {
        var guides = new LinkedHashMap<String, String>();
        add(guides, "OIDC guide", Optional.ofNullable(configuration.oidc()).map(Configuration.Oidc::configGuideUrl));
        add(guides, "SAML guide", Optional.ofNullable(configuration.saml()).map(Saml::configGuideUrl));
        add(guides, "SCIM guide", Optional.ofNullable(configuration.scim()).map(Scim::configGuideUrl));
        return guides;
    }

    private static void add(Map<String, String> guides, String label, Optional<String> url) {
        url.filter(address -> !address.isBlank()).ifPresent(address -> guides.put(label, address));
    }

    private MachineVerdict open(String address) {
        URI url;
        try {
            url = URI.create(address);
        } catch (IllegalArgumentException noAddress) {
            return MachineVerdict.fail("is no address.");
        }
        return switch (http.send(Call.get(url).following(REDIRECTS))) {
            case Reply.Answered answered -> judge(answered);
            case Reply.Refused(var reason) -> MachineVerdict.fail("cannot be called, " + reason);
            case Reply.Unreachable(var reason, var timedOut) -> MachineVerdict.fail("does not answer, " + reason);
        };
    }

    private static MachineVerdict judge(Reply.Answered answered) {
        var type = answered.header("Content-Type").orElse("no type").toLowerCase(Locale.ROOT);
        var kind = type.split(";", 2)[0].strip();
        if (answered.status() == 401 || answered.status() == 403) {
            return MachineVerdict.hint("asks to sign in (%d); is it open to customers?".formatted(answered.status()));
        }
        return answered.status() >= 400
                ? MachineVerdict.fail("answers %d.".formatted(answered.status()))
                : MachineVerdict.pass("opens, %s%s.".formatted(kind, title(answered)));
    }

    private static String title(Reply.Answered answered) {
        var found = TITLE.matcher(answered.text());
        if (!found.find()) {
            return "";
        }
        var title = found.group(1).strip().replaceAll("\\s+", " ");
        return ", \"" + title.substring(0, Math.min(TITLE_LENGTH, title.length())) + "\"";
    }
}
