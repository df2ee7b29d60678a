package dev.oin.web.portal;

import dev.oin.account.StaffOidcProperties;
import dev.oin.web.frame.DemoRole;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where members and staff sign in. */
@Controller
class MemberSignIn {

    static final String VIEW = "portal/sign-in";

    private final List<DemoRole> demo;
    private final StaffOidcProperties staff;

    MemberSignIn(ObjectProvider<DemoRole> demo, StaffOidcProperties staff) {
        this.staff = staff;
        this.demo = demo.orderedStream().toList();
    }

    @GetMapping("/sign-in")
    String show(
            @RequestParam(required = false) @Nullable String email,
            @RequestParam(required = false) @Nullable String failed,
            @RequestParam(required = false) @Nullable String expired,
            @RequestParam(name = "staff", defaultValue = "") String answer,
            Model model) {
        StaffSignInNotice.of(answer).ifPresent(notice -> model.addAttribute("staffNotice", notice));
        model.addAttribute("failed", failed != null);
        model.addAttribute("expired", expired != null);
        return fill(model, email);
    }

    /** The sign-in page itself, as the front page shows it to visitors. */
    String fill(Model model, @Nullable String email) {
        model.addAttribute("email", email);
        model.addAttribute("demoAccounts", demo);
        model.addAttribute("staffSignIn", staff.isOn() ? staff.name() : null);
        return VIEW;
    }
}
