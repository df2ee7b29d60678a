package dev.oin.web.api;

import dev.oin.account.AccountAnswer;
import dev.oin.account.Caller;
import dev.oin.account.DomainClaim;
import dev.oin.account.RemoveDomain;
import dev.oin.account.VerifyDomain;
import dev.oin.web.problems.Problems;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The domains of the caller's organisation: verified, or waiting for their DNS record. */
@RestController
@RequestMapping("/api/v1/organization/domains")
class DomainCalls {

    private final VerifyDomain verify;
    private final RemoveDomain remove;

    DomainCalls(VerifyDomain verify, RemoveDomain remove) {
        this.verify = verify;
        this.remove = remove;
    }

    @GetMapping
    ResponseEntity<Object> list(Caller caller, Paging paging) {
        if (caller.organization() == null) {
            return Problems.forbidden("Domains are an ISV's.").answer();
        }
        var all = Stream.concat(
                        remove.held(caller).stream().map(DomainAnswer::of),
                        verify.claims(caller).stream().map(DomainAnswer::of))
                .toList();
        return ResponseEntity.ok(Page.of(all, paging));
    }

    /** Takes a claim back too. {@code last}: the caller knows that it is the last verified one. */
    @DeleteMapping("/{domain}")
    ResponseEntity<Object> remove(
            Caller caller, @PathVariable String domain, @RequestParam(defaultValue = "false") boolean last) {
        return switch (remove.remove(caller, domain, last)) {
            case RemoveDomain.Answer.Removed() -> ResponseEntity.noContent().build();
            case RemoveDomain.Answer.Forbidden(var because) ->
                Problems.forbidden(because).answer();
            case RemoveDomain.Answer.Last(var because) ->
                Problems.conflict(because + " Add ?last=true to remove it all the same.")
                        .answer();
            case RemoveDomain.Answer.Unknown(var because) -> withdraw(caller, domain);
        };
    }

    private ResponseEntity<Object> withdraw(Caller caller, String domain) {
        return switch (verify.withdraw(caller, domain)) {
            case AccountAnswer.Done(var account) -> ResponseEntity.noContent().build();
            case AccountAnswer.Refused(var because) -> Problems.notFound().answer();
        };
    }

    /**
     * A domain.
     *
     * @param members how many have an address there, and could submit no more
     * @param record the TXT record that a claimed domain waits for, and what it must hold
     */
    record DomainAnswer(
            String domain,
            boolean verified,
            @Nullable Integer members,
            @Nullable Boolean last,
            @Nullable String record,
            @Nullable String proof) {

        static DomainAnswer of(RemoveDomain.Held held) {
            return new DomainAnswer(held.domain(), true, held.members(), held.isLast(), null, null);
        }

        static DomainAnswer of(DomainClaim claim) {
            return new DomainAnswer(claim.domain(), false, null, null, claim.record(), claim.proof());
        }
    }
}
