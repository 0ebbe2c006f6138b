package vn.hocvu.classes.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import vn.hocvu.classes.trainingclass.ClassType;
import vn.hocvu.classes.trainingclass.Curriculum;
import vn.hocvu.classes.trainingclass.FundingSource;
import vn.hocvu.classes.trainingclass.Periods;
import vn.hocvu.classes.trainingclass.Phase;
import vn.hocvu.classes.trainingclass.PlanItemId;
import vn.hocvu.classes.trainingclass.ReasonCode;
import vn.hocvu.classes.trainingclass.Slot;
import vn.hocvu.classes.trainingclass.Step;
import vn.hocvu.classes.views.classes.ClassRow;
import vn.hocvu.platform.webkit.Allowed;
import vn.hocvu.platform.webkit.CurrentActor;
import vn.hocvu.platform.webkit.Register;
import vn.hocvu.platform.webkit.WebSettings;
import vn.hocvu.platform.webkit.sheets.Sheets;

/** The list of classes and the page of one class. */
@Controller
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
class ClassPages {
    private final ClassList list;
    private final ClassScope scope;
    private final CurrentActor current;
    private final StepLine stepLine;
    private final Story story;
    private final Endings endings;
    private final ClassOrders orders;
    private final ClassExport export;
    private final Register register;
    private final MessageSource messages;
    private final WebSettings services;

    ClassPages(
            ClassList list,
            ClassScope scope,
            CurrentActor current,
            StepLine stepLine,
            Story story,
            Endings endings,
            ClassOrders orders,
            ClassExport export,
            Register register,
            MessageSource messages,
            WebSettings services) {
        this.list = list;
        this.scope = scope;
        this.current = current;
        this.stepLine = stepLine;
        this.story = story;
        this.endings = endings;
        this.orders = orders;
        this.export = export;
        this.register = register;
        this.messages = messages;
        this.services = services;
    }

    @GetMapping("/classes")
    String list(HttpServletRequest request, Model model) {
        var query = list.query(request);
        var found = list.page(query, null, scope.within(current.get()));
        model.addAttribute("rows", found.rows());
        model.addAttribute("table", query.of(found.total()));
        model.addAttribute("classTypes", ClassType.values());
        model.addAttribute("statuses", Phase.values());
        model.addAttribute("fundingSources", FundingSource.values());
        return "classes/list";
    }

    @GetMapping(path = "/classes", params = "format=xlsx")
    ResponseEntity<byte[]> export(HttpServletRequest request) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(Sheets.CONTENT_TYPE))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("lop-hoc.xlsx")
                                .build()
                                .toString())
                .body(export.of(list.query(request), scope.within(current.get())));
    }

    @GetMapping("/classes/{id}")
    String detail(@PathVariable String id, Model model) {
        var row = scope.visible(id);
        var p = row.proposed();
        model.addAttribute("row", row);
        model.addAttribute("p", p);
        model.addAttribute("classId", id);
        model.addAttribute("version", row.version());
        model.addAttribute("steps", stepLine.of(row));
        model.addAttribute("timeline", story.of(id));
        model.addAttribute("learners", endings.enrolled(id).count());
        model.addAttribute(
                "periodsNeeded",
                Curriculum.periods(p.curriculum()).map(Periods::count).orElse(0));
        model.addAttribute("progress", row.phase() == Phase.CANCELLED ? endings.progress(row) : null);
        model.addAttribute(
                "endPaper",
                row.ending() == null ? null : story.paper(row.ending().document()));
        model.addAttribute(
                "openingPaper",
                row.opening() == null ? null : story.paper(row.opening().decision()));
        model.addAttribute("overridePaper", story.paper(row.recruiting().override()));
        model.addAttribute("planItemLink", planItem(p.planItemId()));
        model.addAttribute("participating", participating(row));
        model.addAttribute("can", possible(row));
        model.addAttribute("today", orders.today());
        model.addAttribute("reasonCodes", List.of(ReasonCode.values()));
        return "classes/detail";
    }

    private String planItem(PlanItemId item) {
        return services.services().getOrDefault("planning", "") + "/plans/" + item.year() + "/items/" + item;
    }

    private String participating(ClassRow row) {
        var organizations = row.proposed().participatingOrgIds();
        return organizations.isEmpty()
                ? messages.getMessage("class.participating.all", null, LocaleContextHolder.getLocale())
                : organizations.stream()
                        .map(o -> register.name(Register.ORGANIZATIONS, o.value()))
                        .collect(Collectors.joining(", "));
    }

    /** Steps that this class is ready for and this person may take. */
    private Set<String> possible(ClassRow row) {
        boolean shortCourse = row.proposed().classType().isShortCourse();
        var roles = current.get().roles();
        return Arrays.stream(Step.values())
                .filter(step -> step.from().contains(row.phase()))
                .filter(step -> step.roles().stream().anyMatch(roles::contains))
                .filter(step -> step != Step.GRADUATE || !shortCourse)
                .filter(step -> step != Step.CLOSE || shortCourse)
                .filter(step -> step != Step.START_RECRUITING || row.slot() == Slot.GRANTED)
                .filter(step ->
                        step != Step.OVERRIDE_MINIMUM || row.recruiting().override() == null)
                .map(Step::name)
                .collect(Collectors.toUnmodifiableSet());
    }
}
