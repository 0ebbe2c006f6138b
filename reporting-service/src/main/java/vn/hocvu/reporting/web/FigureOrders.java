package vn.hocvu.reporting.web;

import java.time.Duration;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import vn.hocvu.platform.eventstore.Commands;
import vn.hocvu.platform.eventstore.Outcome;
import vn.hocvu.platform.viewstore.Views;
import vn.hocvu.platform.webkit.Fields;
import vn.hocvu.platform.webkit.Formats;
import vn.hocvu.platform.webkit.InvalidInput;
import vn.hocvu.platform.webkit.Requests;

/** Carries out what somebody orders by page or API, and waits until the order shows. */
@Component
class FigureOrders {
    private static final Duration SHOWN = Duration.ofSeconds(1);
    private static final int DAYS_AHEAD = 30;
    private static final String FIELD = "effectiveOn";

    private final Commands commands;
    private final Requests requests;
    private final Views views;
    private final Formats formats;

    FigureOrders(Commands commands, Requests requests, Views views, Formats formats) {
        this.commands = commands;
        this.requests = requests;
        this.views = views;
        this.formats = formats;
    }

    Outcome send(Object command, String aggregateId) {
        return send(command, aggregateId, "");
    }

    /** One of several orders of the same request. */
    Outcome send(Object command, String aggregateId, String part) {
        var outcome = commands.send(requests.order(command, part));
        var unused = views.await(aggregateId, outcome.version(), SHOWN);
        return outcome;
    }

    Fields fields() {
        return requests.fields();
    }

    /** A business date from a JSON body; not further ahead than the school allows. */
    LocalDate effective(LocalDate given) {
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
        return formats.today().plusDays(DAYS_AHEAD);
    }
}
