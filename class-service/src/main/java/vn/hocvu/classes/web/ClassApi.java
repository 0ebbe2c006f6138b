package vn.hocvu.classes.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.hocvu.classes.trainingclass.StudyMode;
import vn.hocvu.platform.webkit.Allowed;
import vn.hocvu.platform.webkit.CurrentActor;
import vn.hocvu.platform.webkit.Requests;

/** Classes for programs: propose, find, read. */
@RestController
@RequestMapping("/api/v1/classes")
@Allowed({
    Readers.PLANNING_OFFICER,
    Readers.SCHOOL_BOARD,
    Readers.CENTER_ADMIN,
    Readers.DISTRICT_COMMITTEE,
    Readers.CITY_PROPAGANDA_BOARD,
    Readers.ADMISSIONS_OFFICER,
    Readers.FACULTY_HEAD,
    Readers.AUDITOR
})
class ClassApi {
    private final ClassScope scope;
    private final ClassList list;
    private final Proposals proposals;
    private final ClassOrders orders;
    private final CurrentActor current;

    ClassApi(ClassScope scope, ClassList list, Proposals proposals, ClassOrders orders, CurrentActor current) {
        this.scope = scope;
        this.list = list;
        this.proposals = proposals;
        this.orders = orders;
        this.current = current;
    }

    /** A proposal; class type, category, funding and study mode come from the plan item. */
    record Proposal(
            @Nullable String classCode,
            @Nullable String planItemId,
            @Nullable String venueId,
            @Nullable String cohort,
            @Nullable String curriculum,
            @Nullable StudyMode studyMode,
            @Nullable Integer plannedLearners,
            @Nullable Integer minLearners,
            @Nullable Integer seats,
            @Nullable LocalDate plannedStart,
            @Nullable LocalDate plannedEnd,
            @Nullable List<String> participatingOrgIds,
            @Nullable LocalDate effectiveOn) {}

    /** @param total classes that match, on all pages */
    record Found(List<ClassView> items, long total, int page, int size) {}

    @PostMapping
    @Allowed({Readers.PLANNING_OFFICER, Readers.CENTER_ADMIN})
    ResponseEntity<Map<String, String>> propose(@RequestBody Proposal body) {
        var order = proposals.of(new Proposals.Wish(
                Given.required(body.classCode(), "classCode"),
                Given.required(body.planItemId(), "planItemId"),
                body.venueId(),
                body.cohort(),
                body.curriculum(),
                body.studyMode(),
                body.plannedLearners(),
                body.minLearners(),
                body.seats(),
                Given.required(body.plannedStart(), "plannedStart"),
                Given.required(body.plannedEnd(), "plannedEnd"),
                body.participatingOrgIds() == null ? List.of() : body.participatingOrgIds(),
                orders.effective(body.effectiveOn())));
        var outcome = orders.give(order);
        var id = order.classId().value();
        return ResponseEntity.created(URI.create("/api/v1/classes/" + id))
                .eTag(Requests.etag(outcome.version()))
                .body(Map.of("classId", id));
    }

    @GetMapping
    Found find(HttpServletRequest request, @RequestParam(required = false) @Nullable String code) {
        var found = list.page(request, code, scope.within(current.get()));
        return new Found(
                found.rows().stream().map(ClassView::of).toList(), found.total(), found.page() + 1, found.size());
    }

    @GetMapping("/{id}")
    ResponseEntity<ClassView> read(@PathVariable String id) {
        var row = scope.visible(id);
        return ResponseEntity.ok().eTag(Requests.etag(row.version())).body(ClassView.of(row));
    }
}
