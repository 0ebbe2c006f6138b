package vn.hocvu.enrollment.web;

import static vn.hocvu.enrollment.web.Roles.*;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import vn.hocvu.enrollment.vault.NameOrder;
import vn.hocvu.enrollment.vault.Person;
import vn.hocvu.enrollment.views.history.Histories;
import vn.hocvu.enrollment.views.intakes.IntakeRow;
import vn.hocvu.enrollment.views.intakes.Intakes;
import vn.hocvu.enrollment.views.learners.LearnerRow;
import vn.hocvu.enrollment.views.learners.Learners;
import vn.hocvu.enrollment.views.places.PlaceRow;
import vn.hocvu.platform.webkit.Allowed;
import vn.hocvu.platform.webkit.Register;
import vn.hocvu.platform.webkit.tables.TableQuery;
import vn.hocvu.platform.webkit.tables.TableShape;

/** Learners: found by name through the vault, shown with a history without gaps. */
@Controller
@Allowed({ADMISSIONS_OFFICER, PLANNING_OFFICER, SCHOOL_BOARD, CENTER_ADMIN, DISTRICT_COMMITTEE, SENDING_AGENCY, AUDITOR
})
class LearnerPages {
    private static final TableShape SHAPE = TableShape.sortedBy("registeredOn", "learnerId")
            .filteredBy("active")
            .firstBy("registeredOn,desc", "learnerId");

    private final LearnerFiles files;
    private final Learners learners;
    private final Intakes intakes;
    private final Histories histories;
    private final Timelines timelines;
    private final Rolls rolls;
    private final Scope scope;
    private final Register register;

    LearnerPages(
            LearnerFiles files,
            Learners learners,
            Intakes intakes,
            Histories histories,
            Timelines timelines,
            Rolls rolls,
            Scope scope,
            Register register) {
        this.files = files;
        this.learners = learners;
        this.intakes = intakes;
        this.histories = histories;
        this.timelines = timelines;
        this.rolls = rolls;
        this.scope = scope;
        this.register = register;
    }

    @GetMapping("/learners")
    String list(HttpServletRequest request, Model model) {
        var query = TableQuery.from(request, SHAPE);
        if (query.q() != null) {
            var active = query.filter("active");
            var found = lines(
                    files.search(query.q()).stream()
                            .filter(row -> active.isEmpty() || active.equals(Boolean.toString(row.active())))
                            .toList(),
                    "search");
            model.addAttribute("rows", query.slice(found));
            model.addAttribute("table", query.of(found.size()));
        } else {
            var asked = Tables.booleans(Tables.page(query, within()), "active");
            var page = learners.page(scope.centre() ? Tables.in(asked, "classes", ownClasses()) : asked);
            model.addAttribute("rows", lines(page.rows(), "learner list"));
            model.addAttribute("table", query.of(page.total()));
        }
        model.addAttribute("named", scope.seesNames());
        return "learners/list";
    }

    @GetMapping("/learners/{learnerId}")
    String one(@PathVariable String learnerId, Model model) {
        var file = files.require(learnerId, "learner page");
        var classes = intakes.find(file.places().stream()
                .map(PlaceRow::classId)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        model.addAttribute("learner", file.row());
        model.addAttribute("person", file.person());
        model.addAttribute(
                "label",
                file.person() == null
                        ? Timelines.shortened(learnerId)
                        : file.person().fullName());
        model.addAttribute(
                "places",
                file.places().stream().map(place -> held(place, classes)).toList());
        var seen = file.places().stream().map(PlaceRow::classId).toList();
        model.addAttribute(
                "timeline",
                timelines.of(histories.ofLearner(learnerId).stream()
                        .filter(row -> scope.wholeSchool() || row.classId() == null || seen.contains(row.classId()))
                        .toList()));
        return "learners/learner";
    }

    private Map<String, Object> within() {
        return scope.ownNomineesOnly() ? Map.of("orgs", scope.own()) : Map.of();
    }

    private List<String> ownClasses() {
        return intakes.atVenuesOf(scope.own()).stream().map(IntakeRow::classId).toList();
    }

    private List<Line> lines(List<LearnerRow> rows, String purpose) {
        var names = rolls.names(rows.stream().map(LearnerRow::learnerId).toList(), purpose);
        var classes = intakes.find(rows.stream()
                .flatMap(row -> Stream.concat(row.classes().stream(), row.waiting().stream()))
                .distinct()
                .toList());
        return rows.stream()
                .map(row -> line(row, names.get(row.learnerId()), classes))
                .sorted(Comparator.comparing(
                        (Line line) -> line.named() ? line.label() : null, Comparator.nullsLast(NameOrder.BY_NAME)))
                .toList();
    }

    private Line line(LearnerRow row, @Nullable Person person, Map<String, IntakeRow> classes) {
        var orgs = row.orgs().stream()
                .map(org -> register.name(Register.ORGANIZATIONS, org))
                .collect(Collectors.joining(", "));
        var joined = row.classes().stream().map(id -> label(id, classes)).collect(Collectors.joining(", "));
        return new Line(
                row,
                person == null ? Timelines.shortened(row.learnerId()) : person.fullName(),
                person != null,
                orgs,
                joined);
    }

    private static Held held(PlaceRow place, Map<String, IntakeRow> classes) {
        var intake = place.classId() == null ? null : classes.get(place.classId());
        var state = intake == null ? place.state() : place.stateIn(intake.phase());
        return new Held(place, label(String.valueOf(place.classId()), classes), state.name());
    }

    private static String label(String classId, Map<String, IntakeRow> classes) {
        var intake = classes.get(classId);
        return intake == null ? Timelines.shortened(classId) : intake.label();
    }

    /** One learner in the list. */
    record Line(LearnerRow row, String label, boolean named, String orgs, String joined) {}

    /** One place of a learner. */
    record Held(PlaceRow place, String classLabel, String state) {}
}
