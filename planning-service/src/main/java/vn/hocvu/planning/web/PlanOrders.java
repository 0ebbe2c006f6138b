package vn.hocvu.planning.web;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.hocvu.planning.offplanrequest.OffPlanCommand;
import vn.hocvu.planning.trainingplan.PlanCommand;
import vn.hocvu.planning.trainingplan.PlanCommand.ClosePlanYear;
import vn.hocvu.planning.trainingplan.PlanCommand.DraftPlan;
import vn.hocvu.planning.views.classstock.ClassStock;
import vn.hocvu.platform.eventstore.Commands;
import vn.hocvu.platform.eventstore.Outcome;
import vn.hocvu.platform.viewstore.Views;
import vn.hocvu.platform.webkit.Fields;
import vn.hocvu.platform.webkit.Formats;
import vn.hocvu.platform.webkit.InvalidInput;
import vn.hocvu.platform.webkit.Requests;

/** Carries out what somebody orders by page or API, and waits until the order shows. */
@Component
class PlanOrders {
    private static final String FIELD = "effectiveOn";

    private final Commands commands;
    private final Requests requests;
    private final Views views;
    private final ClassStock stock;
    private final Formats formats;
    private final PlanningSettings settings;

    PlanOrders(
            Commands commands,
            Requests requests,
            Views views,
            ClassStock stock,
            Formats formats,
            PlanningSettings settings) {
        this.commands = commands;
        this.requests = requests;
        this.views = views;
        this.stock = stock;
        this.formats = formats;
        this.settings = settings;
    }

    /** The carry-over is counted before a year begins or ends, so everything told so far must be counted first. */
    Outcome send(PlanCommand command) {
        if (command instanceof DraftPlan || command instanceof ClosePlanYear) {
            stock.requireUpToDate(settings.stockWait());
        }
        var outcome = commands.send(requests.order(command));
        views.await(command.planId().value(), outcome.version(), settings.viewWait());
        return outcome;
    }

    /** An order about an off-plan class. */
    Outcome send(OffPlanCommand command) {
        var outcome = commands.send(requests.order(command));
        views.await(String.valueOf(outcome.aggregateId()), outcome.version(), settings.viewWait());
        return outcome;
    }

    /**
     * An order that is carried out once, whoever gives it and however often.
     *
     * @param id says what is done
     */
    Outcome once(PlanCommand command, String id) {
        var outcome = commands.send(requests.order(command).withCommandId(id).withExpectedVersion(null));
        views.await(command.planId().value(), outcome.version(), settings.viewWait());
        return outcome;
    }

    Fields fields() {
        return requests.fields();
    }

    /** A business date from a JSON body; not further ahead than the school allows. */
    LocalDate effective(@Nullable LocalDate given) {
        if (given == null) {
            throw InvalidInput.of(FIELD, "error.required");
        }
        if (given.isAfter(latest())) {
            throw InvalidInput.of(FIELD, "error.effectiveOn.ahead", formats.date(latest()));
        }
        return given;
    }

    /** A business date from a form. */
    LocalDate effective(Fields typed) {
        var given = typed.requiredDate(FIELD);
        if (given.isAfter(latest())) {
            typed.reject(FIELD, "error.effectiveOn.ahead", formats.date(latest()));
        }
        return given;
    }

    private LocalDate latest() {
        return formats.today().plusDays(settings.effectiveOnAhead().toDays());
    }
}
