package vn.hocvu.classes.web;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.hocvu.classes.trainingclass.ClassCommand;
import vn.hocvu.classes.trainingclass.ClassCommand.*;
import vn.hocvu.classes.trainingclass.ClassId;
import vn.hocvu.classes.trainingclass.Periods;
import vn.hocvu.classes.trainingclass.Reason;
import vn.hocvu.classes.trainingclass.ReasonCode;
import vn.hocvu.platform.webkit.Allowed;

/** Recruiting, opening and teaching of one class, for programs. */
@RestController
@RequestMapping("/api/v1/classes/{id}")
@Allowed(Readers.SCHOOL_BOARD)
class LifeApi {
    private final ClassOrders orders;

    LifeApi(ClassOrders orders) {
        this.orders = orders;
    }

    /** @param deadline last day to enrol */
    record Deadline(@Nullable LocalDate deadline, @Nullable LocalDate effectiveOn) {}

    record Documented(@Nullable Paper document, @Nullable LocalDate effectiveOn) {}

    /** @param decision the opening decision */
    record Decided(@Nullable Paper decision, @Nullable LocalDate effectiveOn) {}

    record Effective(@Nullable LocalDate effectiveOn) {}

    record Ceremony(@Nullable LocalDate heldOn, @Nullable LocalDate effectiveOn) {}

    record Suspended(
            @Nullable ReasonCode reasonCode,
            @Nullable String reasonText,
            @Nullable Paper document,
            @Nullable LocalDate effectiveOn) {}

    /** @param document the paper that states the delivered periods */
    record Taught(
            @Nullable Integer deliveredPeriods,
            @Nullable Paper document,
            @Nullable LocalDate effectiveOn) {}

    @PostMapping("/recruiting")
    @Allowed(Readers.PLANNING_OFFICER)
    ResponseEntity<Void> recruit(@PathVariable String id, @RequestBody Deadline body) {
        return answer(new StartRecruiting(
                known(id), Given.required(body.deadline(), "deadline"), orders.effective(body.effectiveOn())));
    }

    @PostMapping("/recruiting-extension")
    ResponseEntity<Void> extend(@PathVariable String id, @RequestBody Deadline body) {
        return answer(new ExtendRecruiting(
                known(id), Given.required(body.deadline(), "deadline"), orders.effective(body.effectiveOn())));
    }

    @PostMapping("/minimum-override")
    ResponseEntity<Void> override(@PathVariable String id, @RequestBody Documented body) {
        return answer(new OverrideMinimum(
                known(id), Paper.required(body.document(), "document"), orders.effective(body.effectiveOn())));
    }

    @PostMapping("/readiness")
    @Allowed(Readers.PLANNING_OFFICER)
    ResponseEntity<Void> ready(@PathVariable String id, @RequestBody(required = false) @Nullable Effective body) {
        return answer(new ConfirmReadiness(known(id), effective(body)));
    }

    @PostMapping("/opening")
    ResponseEntity<Void> open(@PathVariable String id, @RequestBody Decided body) {
        return answer(new OpenClass(
                known(id), Paper.required(body.decision(), "decision"), orders.effective(body.effectiveOn())));
    }

    @PostMapping("/opening-ceremony")
    @Allowed(Readers.PLANNING_OFFICER)
    ResponseEntity<Void> ceremony(@PathVariable String id, @RequestBody Ceremony body) {
        var heldOn = Given.required(body.heldOn(), "heldOn");
        return answer(
                new HoldOpeningCeremony(known(id), heldOn, body.effectiveOn() == null ? heldOn : body.effectiveOn()));
    }

    @PostMapping("/teaching")
    @Allowed(Readers.PLANNING_OFFICER)
    ResponseEntity<Void> teach(@PathVariable String id, @RequestBody(required = false) @Nullable Effective body) {
        return answer(new StartTeaching(known(id), effective(body)));
    }

    @PostMapping("/suspension")
    ResponseEntity<Void> suspend(@PathVariable String id, @RequestBody Suspended body) {
        return answer(new SuspendClass(
                known(id),
                new Reason(Given.required(body.reasonCode(), "reasonCode"), body.reasonText()),
                Paper.required(body.document(), "document"),
                orders.effective(body.effectiveOn())));
    }

    @PostMapping("/resumption")
    ResponseEntity<Void> resume(@PathVariable String id, @RequestBody Documented body) {
        return answer(new ResumeClass(
                known(id), Paper.optional(body.document(), "document"), orders.effective(body.effectiveOn())));
    }

    @PostMapping("/teaching-completion")
    @Allowed(Readers.PLANNING_OFFICER)
    ResponseEntity<Void> complete(@PathVariable String id, @RequestBody Taught body) {
        return answer(new CompleteTeaching(
                known(id),
                new Periods(Given.required(body.deliveredPeriods(), "deliveredPeriods")),
                Paper.required(body.document(), "document"),
                orders.effective(body.effectiveOn())));
    }

    private ResponseEntity<Void> answer(ClassCommand order) {
        return orders.answer(order);
    }

    private LocalDate effective(@Nullable Effective body) {
        return orders.effective(body == null ? null : body.effectiveOn());
    }

    /** Those who may order here work for the whole school, so only the class itself has to be known. */
    private static ClassId known(String id) {
        return new ClassId(id);
    }
}
