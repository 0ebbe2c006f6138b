package vn.hocvu.enrollment.policies;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import vn.hocvu.enrollment.classintake.ClassId;
import vn.hocvu.enrollment.classintake.IntakeCommand.ConfirmRoll;
import vn.hocvu.enrollment.views.intakes.IntakeRow;
import vn.hocvu.enrollment.views.intakes.Intakes;
import vn.hocvu.platform.eventstore.Actor;
import vn.hocvu.platform.eventstore.Commands;
import vn.hocvu.platform.eventstore.Order;

/**
 * W7: when the recruiting deadline passes, the roll is confirmed. A deadline that was past already when it was set
 * belongs to history loaded on paper, and its roll is confirmed by whoever loads it.
 */
@Component
class WhenDeadlinePassesConfirmRoll {
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final Logger LOG = LoggerFactory.getLogger(WhenDeadlinePassesConfirmRoll.class);

    private final Intakes intakes;
    private final Commands commands;
    private final Clock clock;

    WhenDeadlinePassesConfirmRoll(Intakes intakes, Commands commands, Clock clock) {
        this.intakes = intakes;
        this.commands = commands;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1M")
    void look() {
        var today = LocalDate.now(clock.withZone(ZONE));
        for (var row : intakes.open()) {
            var order = react(row, today);
            if (order != null) {
                send(order);
            }
        }
    }

    /** The command that follows on that day, or null if nothing does. */
    static @Nullable ConfirmRoll react(IntakeRow row, LocalDate today) {
        var deadline = row.deadline();
        var setOn = row.deadlineSetOn();
        if (deadline == null || setOn == null || !deadline.isBefore(today) || deadline.isBefore(setOn)) {
            return null;
        }
        return new ConfirmRoll(new ClassId(row.classId()), deadline, deadline);
    }

    private void send(ConfirmRoll order) {
        var id = "deadline:" + order.classId() + ':' + order.forDeadline();
        try {
            commands.send(Order.of(order, Actor.policy("WhenDeadlinePassesConfirmRoll"))
                    .withCommandId(id));
        } catch (RuntimeException e) {
            LOG.atWarn()
                    .addKeyValue("classId", order.classId())
                    .setCause(e)
                    .log("A roll could not be confirmed at its deadline; it is tried again");
        }
    }
}
