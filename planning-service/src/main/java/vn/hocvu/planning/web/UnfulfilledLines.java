package vn.hocvu.planning.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.hocvu.planning.trainingplan.PlanPhase;
import vn.hocvu.planning.views.items.PlanItemRow;
import vn.hocvu.planning.views.plans.PlanRow;
import vn.hocvu.platform.viewstore.FoldedText;
import vn.hocvu.platform.webkit.Register;
import vn.hocvu.platform.webkit.bulk.Pick;
import vn.hocvu.platform.webkit.tables.TableQuery;
import vn.hocvu.platform.webkit.tables.TableShape;

/** What was not done, and what is still open, as far as the person signed in may see it. */
@Component
class UnfulfilledLines {
    static final String OPEN = "OPEN";

    private static final TableShape SHAPE = TableShape.sortedBy("itemId", "classes", "learners", "effectiveOn")
            .filteredBy("year", "status", "reasonCode", "classType")
            .firstBy("status");

    private final PlanScope scope;
    private final Register register;
    private final Words words;

    UnfulfilledLines(PlanScope scope, Register register, Words words) {
        this.scope = scope;
        this.register = register;
        this.words = words;
    }

    /**
     * Classes that were given up, or that are still open.
     *
     * @param status {@code OPEN} or {@code GIVEN_UP}
     */
    public record Line(
            ItemLine item,
            String status,
            int classes,
            int learners,
            @Nullable String reasonCode,
            @Nullable String reasonText,
            @Nullable String document,
            @Nullable LocalDate effectiveOn) {}

    static TableQuery query(HttpServletRequest request) {
        return TableQuery.from(request, SHAPE);
    }

    List<Line> found(TableQuery query) {
        var running = scope.plans().stream()
                .filter(plan -> plan.phase() == PlanPhase.ALLOCATED)
                .map(PlanRow::planId)
                .toList();
        return scope.items().stream()
                .filter(item -> item.allocatedOn() != null)
                .flatMap(item -> lines(item, running.contains(item.planId())).stream())
                .filter(line -> matches(line, query))
                .sorted(order(query))
                .toList();
    }

    /** The items of which something is still open. */
    List<Pick> open(TableQuery query) {
        return found(query).stream()
                .filter(line -> line.status().equals(OPEN))
                .map(line -> new Pick(line.item().itemId(), line.item().row().version()))
                .toList();
    }

    private List<Line> lines(PlanItemRow item, boolean running) {
        var line = ItemLine.of(item, register);
        var lines = new ArrayList<Line>();
        int open = item.fulfilment().remaining();
        if (running && open > 0) {
            lines.add(new Line(line, OPEN, open, item.promise().quota().learnersOf(open), null, null, null, null));
        }
        item.givenUp()
                .forEach(part -> lines.add(new Line(
                        line,
                        "GIVEN_UP",
                        part.classes(),
                        part.learners(),
                        part.reasonCode(),
                        part.reasonText(),
                        words.document(part.document()),
                        part.effectiveOn())));
        return lines;
    }

    private static boolean matches(Line line, TableQuery query) {
        return is(query, "year", Integer.toString(line.item().year()))
                && is(query, "status", line.status())
                && is(query, "reasonCode", String.valueOf(line.reasonCode()))
                && is(query, "classType", line.item().classType())
                && (query.q() == null || text(line).contains(FoldedText.fold(query.q())));
    }

    private static String text(Line line) {
        return FoldedText.fold(String.join(
                " ",
                line.item().itemId(),
                String.valueOf(line.item().payer()),
                String.valueOf(line.item().requester()),
                String.valueOf(line.reasonText())));
    }

    private static boolean is(TableQuery query, String field, String value) {
        var wanted = query.filters().get(field);
        return wanted == null || wanted.contains(value);
    }

    private static Comparator<Line> order(TableQuery query) {
        Comparator<Line> order = (a, b) -> 0;
        for (var sort : query.sorts()) {
            Comparator<Line> by = switch (sort.field()) {
                case "classes" -> Comparator.comparingInt(Line::classes);
                case "learners" -> Comparator.comparingInt(Line::learners);
                case "effectiveOn" -> Comparator.comparing(line -> String.valueOf(line.effectiveOn()));
                case "itemId" -> Comparator.comparing(line -> line.item().itemId());
                default -> Comparator.comparingInt((Line line) -> line.status().equals(OPEN) ? 0 : 1);
            };
            order = order.thenComparing(sort.descending() ? by.reversed() : by);
        }
        return order.thenComparing(line -> line.item().itemId(), Comparator.reverseOrder());
    }
}
