package dev.oin.web.audit;

import dev.oin.kernel.SubmissionId;
import dev.oin.submission.AuditRecord;
import dev.oin.submission.AuditSearch;
import dev.oin.submission.AuditTrail;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** What was done to all submissions, for those of the team that see the review desk, and auditors. */
@Controller
@RequestMapping("/review")
class TeamAuditPage {

    private static final int SIZE = 100;
    private static final int EXPORTED = 100_000;

    private final AuditTrail audit;

    TeamAuditPage(AuditTrail audit) {
        this.audit = audit;
    }

    /** What was asked for; days are of UTC, both included. */
    record Query(
            @Nullable UUID submission,
            AuditRecord.@Nullable Kind kind,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {

        AuditSearch search() {
            return new AuditSearch(
                    submission == null ? null : new SubmissionId(submission),
                    kind,
                    from == null ? null : from.atStartOfDay(ZoneOffset.UTC).toInstant(),
                    to == null
                            ? null
                            : to.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
        }

        String path(String file, int page) {
            var path = UriComponentsBuilder.fromPath("/review/" + file);
            if (submission != null) {
                path.queryParam("submission", submission);
            }
            if (kind != null) {
                path.queryParam("kind", kind);
            }
            if (from != null) {
                path.queryParam("from", from);
            }
            if (to != null) {
                path.queryParam("to", to);
            }
            if (page > 1) {
                path.queryParam("page", page);
            }
            return path.toUriString();
        }
    }

    /** The page. */
    record View(
            Query query,
            List<AuditRecord.Kind> kinds,
            int total,
            List<AuditLine> records,
            String csv,
            String json,
            @Nullable String newer,
            @Nullable String older) {}

    @GetMapping("/audit")
    String show(Query query, @RequestParam(defaultValue = "1") int page, Model model) {
        int number = Math.clamp(page, 1, 1_000_000);
        var total = audit.count(query.search());
        var records = audit.find(query.search(), SIZE, (number - 1L) * SIZE);
        model.addAttribute(
                "page",
                new View(
                        query,
                        Arrays.asList(AuditRecord.Kind.values()),
                        total,
                        records.stream().map(AuditLine::of).toList(),
                        query.path("audit.csv", 1),
                        query.path("audit.json", 1),
                        number > 1 ? query.path("audit", number - 1) : null,
                        (long) number * SIZE < total ? query.path("audit", number + 1) : null));
        return "audit/team";
    }

    @GetMapping("/audit.csv")
    ResponseEntity<String> csv(Query query) {
        return AuditExport.csv("audit", audit.find(query.search(), EXPORTED, 0));
    }

    @GetMapping("/audit.json")
    ResponseEntity<String> json(Query query) {
        return AuditExport.json("audit", audit.find(query.search(), EXPORTED, 0));
    }
}
