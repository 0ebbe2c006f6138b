package vn.hocvu.enrollment.web;

import static vn.hocvu.enrollment.web.Roles.*;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.hocvu.enrollment.classintake.ClassId;
import vn.hocvu.enrollment.classintake.EnrollmentType;
import vn.hocvu.enrollment.classintake.IntakeCommand.ConfirmRoll;
import vn.hocvu.enrollment.classintake.LearnerId;
import vn.hocvu.enrollment.classintake.OrgId;
import vn.hocvu.enrollment.vault.Person;
import vn.hocvu.enrollment.views.intakes.IntakeRow;
import vn.hocvu.enrollment.views.intakes.Intakes;
import vn.hocvu.platform.eventstore.Commands;
import vn.hocvu.platform.eventstore.Outcome;
import vn.hocvu.platform.viewstore.RowQuery;
import vn.hocvu.platform.viewstore.Sort;
import vn.hocvu.platform.viewstore.Views;
import vn.hocvu.platform.webkit.Allowed;
import vn.hocvu.platform.webkit.Formats;
import vn.hocvu.platform.webkit.Register;
import vn.hocvu.platform.webkit.Requests;

/** Intakes for callers: what they are, who is on the roll, and a seat in one. */
@RestController
@RequestMapping("/api/v1/intakes")
@Allowed({
    ADMISSIONS_OFFICER,
    ADMISSIONS_BOARD,
    PLANNING_OFFICER,
    SCHOOL_BOARD,
    REGISTRAR,
    CENTER_ADMIN,
    DISTRICT_COMMITTEE,
    SENDING_AGENCY,
    AUDITOR
})
class IntakeApi {
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Intakes intakes;
    private final Scope scope;
    private final Rolls rolls;
    private final DirectEnrollment enrollment;
    private final Commands commands;
    private final Requests requests;
    private final WebOrders orders;
    private final Views views;
    private final Formats formats;
    private final Register register;

    IntakeApi(
            Intakes intakes,
            Scope scope,
            Rolls rolls,
            DirectEnrollment enrollment,
            Commands commands,
            Requests requests,
            WebOrders orders,
            Views views,
            Formats formats,
            Register register) {
        this.intakes = intakes;
        this.scope = scope;
        this.rolls = rolls;
        this.enrollment = enrollment;
        this.commands = commands;
        this.requests = requests;
        this.orders = orders;
        this.views = views;
        this.formats = formats;
        this.register = register;
    }

    @GetMapping
    List<IntakeJson> list(@RequestParam(required = false) @Nullable String classCode) {
        var equal = new LinkedHashMap<>(scope.filter());
        if (classCode != null) {
            equal.put("classCode", classCode);
        }
        var query = new RowQuery(equal, Map.of(), null, List.of(Sort.ascending("classCode")), 0, 1000);
        return intakes.page(query).rows().stream()
                .filter(row -> row.classType() != null)
                .map(IntakeJson::of)
                .toList();
    }

    @GetMapping("/{classId}")
    ResponseEntity<IntakeJson> one(@PathVariable String classId) {
        var row = scope.require(classId);
        return ResponseEntity.ok().eTag(Requests.etag(row.version())).body(IntakeJson.of(row));
    }

    @GetMapping("/{classId}/roll")
    ResponseEntity<IntakeJson.RollJson> roll(@PathVariable String classId) {
        var row = scope.require(classId);
        var lines =
                rolls.of(row, "api roll").stream().map(IntakeJson.LineJson::of).toList();
        var whole = scope.sees(row, null);
        return ResponseEntity.ok()
                .eTag(Requests.etag(row.version()))
                .body(new IntakeJson.RollJson(
                        classId,
                        row.classCode(),
                        row.phase(),
                        row.seats(),
                        row.roll(),
                        row.rollVersion(),
                        lines,
                        whole ? row.waiting() : List.of()));
    }

    /** 201 for a seat, 202 for a place on the waiting list. */
    @Allowed({CENTER_ADMIN, ADMISSIONS_OFFICER})
    @PostMapping("/{classId}/enrollments")
    ResponseEntity<Map<String, Object>> enrol(@PathVariable String classId, @RequestBody EnrollBody body) {
        var intake = scope.require(classId);
        var seat = seat(intake, body);
        var outcome = body.learnerId() != null
                ? enrollment.enrol(new LearnerId(body.learnerId()), seat, orders::order)
                : enrollment.enrol(person(body.learner()), seat, orders::order);
        var answer = DirectEnrollment.answer(outcome);
        var status = "ENROLLED".equals(answer.get("state")) ? HttpStatus.CREATED : HttpStatus.ACCEPTED;
        return ResponseEntity.status(status)
                .location(URI.create("/api/v1/learners/" + answer.get("learnerId")))
                .eTag(Requests.etag(outcome.version()))
                .body(answer);
    }

    @Allowed({CENTER_ADMIN, ADMISSIONS_OFFICER})
    @PostMapping("/{classId}/roll-confirmation")
    ResponseEntity<IntakeJson> confirm(@PathVariable String classId, @RequestBody DateBody body) {
        scope.require(classId);
        var checked = new Body();
        var effectiveOn = checked.effectiveOn(body.effectiveOn(), formats.today());
        checked.check();
        return after(classId, commands.send(requests.order(new ConfirmRoll(new ClassId(classId), null, effectiveOn))));
    }

    private ResponseEntity<IntakeJson> after(String classId, Outcome outcome) {
        views.await(classId, outcome.version(), PATIENCE);
        var row = intakes.find(classId).orElseThrow();
        return ResponseEntity.ok().eTag(Requests.etag(outcome.version())).body(IntakeJson.of(row));
    }

    private DirectEnrollment.Seat seat(IntakeRow intake, EnrollBody body) {
        var checked = new Body();
        var org = checked.text("nominatingOrgId", body.nominatingOrgId());
        if (body.nominatingOrgId() != null
                && register.find(Register.ORGANIZATIONS, org).isEmpty()) {
            checked.reject("nominatingOrgId", "error.choice");
        }
        if (body.learnerId() == null && body.learner() == null) {
            checked.reject("learner", "error.required");
        }
        var type = body.enrollmentType() == null
                ? EnrollmentType.NEW
                : checked.choice("enrollmentType", body.enrollmentType(), EnrollmentType.class);
        if (type == EnrollmentType.TRANSFER_IN) {
            checked.reject("enrollmentType", "error.choice");
        }
        var document = checked.document("document", body.document());
        var effectiveOn = checked.effectiveOn(body.effectiveOn(), formats.today());
        checked.check();
        return new DirectEnrollment.Seat(
                new ClassId(intake.classId()),
                Objects.requireNonNull(intake.classType()),
                new OrgId(org),
                type,
                document,
                body.waitIfFull() == null || body.waitIfFull(),
                effectiveOn);
    }

    private static Person person(@Nullable LearnerBody body) {
        var checked = new PersonCheck();
        var given = Objects.requireNonNull(body);
        var person =
                checked.person(given.fullName(), given.birthDate(), given.sex(), given.identityNumber(), given.note());
        checked.check("learner.");
        return Objects.requireNonNull(person);
    }

    /** Who is to be enrolled: a person by particulars, or a learner who is known. */
    record EnrollBody(
            @Nullable LearnerBody learner,
            @Nullable String learnerId,
            @Nullable String nominatingOrgId,
            @Nullable String enrollmentType,
            @Nullable Boolean waitIfFull,
            Body.@Nullable Paper document,
            @Nullable String effectiveOn) {}

    /** A person's particulars. */
    record LearnerBody(
            @Nullable String fullName,
            @Nullable String birthDate,
            @Nullable String sex,
            @Nullable String identityNumber,
            @Nullable String note) {
        @Override
        public String toString() {
            return "LearnerBody";
        }
    }

    /** Only from when it counts. */
    record DateBody(@Nullable String effectiveOn) {}
}
