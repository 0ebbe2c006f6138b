package vn.hocvu.planning.web;

import java.util.HashMap;
import java.util.List;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import vn.hocvu.planning.trainingplan.PlanCommand;
import vn.hocvu.platform.eventstore.Commands;
import vn.hocvu.platform.viewstore.Views;
import vn.hocvu.platform.webkit.bulk.Bulk;
import vn.hocvu.platform.webkit.bulk.Pick;

/** Carries out what somebody orders for many rows, and waits until the last of it shows. */
@Component
class BulkOrders {
    private final Bulk bulk;
    private final Commands commands;
    private final Views views;
    private final PlanningSettings settings;

    BulkOrders(Bulk bulk, Commands commands, Views views, PlanningSettings settings) {
        this.bulk = bulk;
        this.commands = commands;
        this.views = views;
        this.settings = settings;
    }

    /**
     * What is ordered for one row.
     *
     * @param asShown false if the row has changed since the page showed it
     */
    record Ordered(PlanCommand command, boolean asShown) {}

    /** As {@link Bulk#run}, with one order for each row. */
    String run(
            Model model,
            String title,
            String list,
            List<Pick> picks,
            Function<Pick, Bulk.Line> describe,
            Function<Pick, Ordered> orders) {
        var last = new HashMap<String, Long>();
        var page = bulk.run(model, title, list, picks, describe, (pick, batch) -> {
            var ordered = orders.apply(pick);
            var outcome = commands.send(batch.order(ordered.command(), pick, ordered.asShown()));
            last.put(ordered.command().planId().value(), outcome.version());
        });
        last.forEach((plan, version) -> views.await(plan, version, settings.viewWait()));
        return page;
    }
}
