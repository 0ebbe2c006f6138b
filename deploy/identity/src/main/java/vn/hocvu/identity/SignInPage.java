package vn.hocvu.identity;

import java.security.Principal;
import java.util.LinkedHashMap;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Where people choose a sample account, and where they find the way to the services. */
@Controller
class SignInPage {
    private final SampleAccounts accounts;
    private final IdentitySettings settings;

    SignInPage(SampleAccounts accounts, IdentitySettings settings) {
        this.accounts = accounts;
        this.settings = settings;
    }

    @GetMapping("/sign-in")
    String signIn(Model model) {
        model.addAttribute("accounts", accounts.all());
        model.addAttribute("password", settings.password());
        return "sign-in";
    }

    @GetMapping("/")
    String home(Principal person, Model model) {
        var services = new LinkedHashMap<String, String>();
        settings.services().forEach((service, port) -> services.put(service, "http://localhost:" + port + "/"));
        model.addAttribute("services", services);
        model.addAttribute("account", accounts.find(person.getName()).orElseThrow());
        return "home";
    }
}
