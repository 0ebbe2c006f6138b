package vn.hocvu.classes.web;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import vn.hocvu.classes.ClassSettings;
import vn.hocvu.classes.trainingclass.ClassCommand;
import vn.hocvu.classes.trainingclass.ClassRefusal;
import vn.hocvu.platform.eventstore.Commands;
import vn.hocvu.platform.eventstore.Outcome;
import vn.hocvu.platform.viewstore.Views;
import vn.hocvu.platform.webkit.Formats;
import vn.hocvu.platform.webkit.Requests;

/** Gives an order in the name of the person signed in, and waits until the own views show what came of it. */
@Component
class ClassOrders {
    private static final Duration OWN_CHANGE = Duration.ofSeconds(1);

    private final Commands commands;
    private final Requests requests;
    private final Views views;
    private final Clock clock;
    private final ClassSettings settings;

    ClassOrders(Commands commands, Requests requests, Views views, Clock clock, ClassSettings settings) {
        this.commands = commands;
        this.requests = requests;
        this.views = views;
        this.clock = clock;
        this.settings = settings;
    }

    Outcome give(ClassCommand order) {
        requireNear(order.effectiveOn());
        var outcome = commands.send(requests.order(order));
        views.await(order.classId().value(), outcome.version(), OWN_CHANGE);
        return outcome;
    }

    /** As {@link #give}, answered to a program: nothing but the new version. */
    ResponseEntity<Void> answer(ClassCommand order) {
        return ResponseEntity.noContent()
                .eTag(Requests.etag(give(order).version()))
                .build();
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Formats.ZONE);
    }

    /** The business date as given, or today. */
    LocalDate effective(@Nullable LocalDate given) {
        return given == null ? today() : given;
    }

    private void requireNear(LocalDate effectiveOn) {
        var latest = today().plus(settings.effectiveAhead());
        if (effectiveOn.isAfter(latest)) {
            throw new ClassRefusal.Malformed("effectiveOn", effectiveOn, "not after " + latest);
        }
    }
}
