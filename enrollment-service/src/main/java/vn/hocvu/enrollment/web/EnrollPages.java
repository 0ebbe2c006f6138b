package vn.hocvu.enrollment.web;

import static vn.hocvu.enrollment.web.Roles.*;

import java.time.Duration;
import java.util.Objects;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import vn.hocvu.enrollment.classintake.ClassId;
import vn.hocvu.enrollment.classintake.EnrollmentType;
import vn.hocvu.enrollment.classintake.OrgId;
import vn.hocvu.enrollment.classintake.Phase;
import vn.hocvu.enrollment.vault.Person;
import vn.hocvu.enrollment.views.intakes.IntakeRow;
import vn.hocvu.platform.viewstore.Views;
import vn.hocvu.platform.webkit.Allowed;
import vn.hocvu.platform.webkit.Fields;
import vn.hocvu.platform.webkit.Formats;
import vn.hocvu.platform.webkit.Register;
import vn.hocvu.platform.webkit.Requests;
import vn.hocvu.platform.webkit.Toasts;

/** The form that enrols one person under an admission paper. */
@Controller
@Allowed({CENTER_ADMIN, ADMISSIONS_OFFICER})
class EnrollPages {
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Scope scope;
    private final DirectEnrollment enrollment;
    private final Requests requests;
    private final WebOrders orders;
    private final Register register;
    private final Formats formats;
    private final Views views;
    private final Toasts toasts;

    EnrollPages(
            Scope scope,
            DirectEnrollment enrollment,
            Requests requests,
            WebOrders orders,
            Register register,
            Formats formats,
            Views views,
            Toasts toasts) {
        this.scope = scope;
        this.enrollment = enrollment;
        this.requests = requests;
        this.orders = orders;
        this.register = register;
        this.formats = formats;
        this.views = views;
        this.toasts = toasts;
    }

    @GetMapping("/intakes/{classId}/enrollments/new")
    String form(@PathVariable String classId, Model model) {
        model.addAttribute("intake", scope.require(classId));
        model.addAttribute("sexes", Person.Sex.values());
        model.addAttribute("organizations", register.choices(Register.ORGANIZATIONS));
        model.addAttribute("today", formats.today());
        return "intakes/enroll";
    }

    @PostMapping("/intakes/{classId}/enrollments")
    String enrol(@PathVariable String classId) {
        var intake = scope.require(classId);
        var typed = requests.fields();
        var check = new PersonCheck();
        var person = check.person(
                typed.text("fullName"),
                typed.text("birthDate"),
                typed.text("sex"),
                typed.text("identityNumber"),
                typed.text("note"));
        check.mistakes().forEach(m -> typed.reject(m.field(), m.messageKey()));
        var seat = seat(intake, typed);
        typed.check();
        var outcome = enrollment.enrol(Objects.requireNonNull(person), seat, orders::order);
        views.await(classId, outcome.version(), PATIENCE);
        var answer = DirectEnrollment.answer(outcome);
        if ("ENROLLED".equals(answer.get("state"))) {
            toasts.done("intake.enroll.done", String.valueOf(answer.get("seatNumber")));
        } else {
            toasts.warn("intake.enroll.waits", String.valueOf(answer.get("position")));
        }
        return "redirect:/intakes/" + classId;
    }

    private DirectEnrollment.Seat seat(IntakeRow intake, Fields typed) {
        var org = typed.required("nominatingOrgId");
        if (!org.isEmpty() && register.find(Register.ORGANIZATIONS, org).isEmpty()) {
            typed.reject("nominatingOrgId", "error.choice");
        }
        var document = Papers.required(typed, "document");
        var effectiveOn = Papers.effectiveOn(typed, formats.today());
        return new DirectEnrollment.Seat(
                new ClassId(intake.classId()),
                Objects.requireNonNull(intake.classType()),
                new OrgId(org.isEmpty() ? "-" : org),
                intake.phase() == Phase.RUNNING ? EnrollmentType.LATE : EnrollmentType.NEW,
                document,
                typed.checked("waitIfFull"),
                effectiveOn);
    }
}
