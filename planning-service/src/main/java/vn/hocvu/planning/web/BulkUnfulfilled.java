package vn.hocvu.planning.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PostMapping;
import vn.hocvu.planning.trainingplan.DocumentRef;
import vn.hocvu.planning.trainingplan.PlanCommand.MarkUnfulfilled;
import vn.hocvu.planning.trainingplan.PlanId;
import vn.hocvu.planning.trainingplan.PlanItemId;
import vn.hocvu.planning.trainingplan.UnfulfilledReason;
import vn.hocvu.planning.views.items.PlanItemRow;
import vn.hocvu.platform.webkit.Allowed;
import vn.hocvu.platform.webkit.Confirmation.Answer;
import vn.hocvu.platform.webkit.Fields;
import vn.hocvu.platform.webkit.NotFound;
import vn.hocvu.platform.webkit.bulk.Bulk;
import vn.hocvu.platform.webkit.bulk.Pick;

/** What is left of several items is given up for one reason; every item is shown once more first. */
@Controller
class BulkUnfulfilled {
    private static final String LIST = "/unfulfilled";

    private final UnfulfilledLines lines;
    private final PlanScope scope;
    private final PlanOrders orders;
    private final BulkOrders many;
    private final Bulk bulk;
    private final Words words;

    BulkUnfulfilled(
            UnfulfilledLines lines, PlanScope scope, PlanOrders orders, BulkOrders many, Bulk bulk, Words words) {
        this.lines = lines;
        this.scope = scope;
        this.orders = orders;
        this.many = many;
        this.bulk = bulk;
        this.words = words;
    }

    /** Why, under which paper if there is one, and from when. */
    private record Given(
            UnfulfilledReason reason,
            @Nullable String text,
            @Nullable DocumentRef paper,
            LocalDate on) {}

    @PostMapping(LIST)
    @Allowed(Readers.PLANNING_OFFICER)
    String giveUp(HttpServletRequest request, Model model) {
        var typed = orders.fields();
        var picks = bulk.picks(typed, () -> lines.open(UnfulfilledLines.query(request)));
        var given = given(typed);
        var items = items(picks);
        if (!bulk.confirmed()) {
            return bulk.ask(
                    model,
                    "unfulfilled.bulk.question",
                    "unfulfilled.bulk.submit",
                    picks,
                    pick -> line(item(items, pick)),
                    answers(given),
                    List.of("unfulfilled.bulk.rest", "unfulfilled.bulk.each"));
        }
        return many.run(
                model,
                "unfulfilled.bulk.result",
                LIST,
                picks,
                pick -> line(item(items, pick)),
                pick -> ordered(item(items, pick), pick, given));
    }

    private Given given(Fields typed) {
        // Called otherwise than the filter of the list, which comes along.
        var reason = typed.requiredChoice("reason", UnfulfilledReason.class);
        var text = typed.text("reasonText");
        if (reason == UnfulfilledReason.OTHER && text == null) {
            typed.reject("reasonText", "error.required");
        }
        var on = orders.effective(typed);
        return new Given(reason, text, Papers.optional(typed), on);
    }

    private Map<String, PlanItemRow> items(List<Pick> picks) {
        var items = new HashMap<String, PlanItemRow>();
        picks.forEach(pick -> scope.find(pick.key()).ifPresent(item -> items.put(pick.key(), item)));
        return items;
    }

    private static PlanItemRow item(Map<String, PlanItemRow> items, Pick pick) {
        var item = items.get(pick.key());
        if (item == null) {
            throw new NotFound("plan item " + pick.key());
        }
        return item;
    }

    private Bulk.Line line(PlanItemRow item) {
        int left = item.fulfilment().remaining();
        var id = new PlanItemId(item.itemId());
        return new Bulk.Line(
                item.itemId(),
                "/plans/" + id.planId().year() + "/items/" + item.itemId(),
                left == 0
                        ? words.text("unfulfilled.bulk.nothing")
                        : words.text(
                                "unfulfilled.bulk.line",
                                words.code("classType", item.promise().classType()),
                                words.number(left),
                                words.number(item.promise().quota().learnersOf(left))));
    }

    private static BulkOrders.Ordered ordered(PlanItemRow item, Pick pick, Given given) {
        return new BulkOrders.Ordered(
                new MarkUnfulfilled(
                        new PlanId(item.planId()),
                        new PlanItemId(item.itemId()),
                        item.fulfilment().remaining(),
                        null,
                        given.reason(),
                        given.text(),
                        null,
                        given.paper(),
                        given.on()),
                item.version() == pick.version());
    }

    private List<Answer> answers(Given given) {
        var reason = words.code("unfulfilledReason", given.reason());
        var paper = words.document(given.paper());
        return List.of(
                new Answer("plan.unfulfilled.reason", given.text() == null ? reason : reason + ": " + given.text()),
                new Answer("plan.document", paper == null ? "–" : paper),
                new Answer("plan.effectiveOn", words.date(given.on())));
    }
}
