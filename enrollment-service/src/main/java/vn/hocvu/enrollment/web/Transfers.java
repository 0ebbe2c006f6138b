package vn.hocvu.enrollment.web;

import java.time.LocalDate;
import java.util.Objects;
import java.util.function.BiFunction;
import org.springframework.stereotype.Component;
import vn.hocvu.enrollment.classintake.ClassId;
import vn.hocvu.enrollment.classintake.DocumentRef;
import vn.hocvu.enrollment.classintake.EnrollmentId;
import vn.hocvu.enrollment.classintake.IntakeCommand.TransferLearner;
import vn.hocvu.enrollment.classintake.IntakeRefusal.NotOnRoll;
import vn.hocvu.enrollment.classintake.IntakeRefusal.RollFrozen;
import vn.hocvu.enrollment.classintake.IntakeRefusal.RollHeld;
import vn.hocvu.enrollment.classintake.LearnerId;
import vn.hocvu.enrollment.classintake.OrgId;
import vn.hocvu.enrollment.classintake.Phase;
import vn.hocvu.enrollment.classintake.RollVersion;
import vn.hocvu.enrollment.views.intakes.IntakeRow;
import vn.hocvu.enrollment.views.places.Places;
import vn.hocvu.platform.eventstore.Commands;
import vn.hocvu.platform.eventstore.Ids;
import vn.hocvu.platform.eventstore.Order;
import vn.hocvu.platform.eventstore.Outcome;

/** Moves a learner to another class: the new class decides; the old place ends by policy once it has. */
@Component
class Transfers {
    private final Places places;
    private final Commands commands;
    private final Ids ids;

    Transfers(Places places, Commands commands, Ids ids) {
        this.places = places;
        this.commands = commands;
        this.ids = ids;
    }

    Outcome transfer(
            IntakeRow from,
            LearnerId learner,
            ClassId to,
            DocumentRef document,
            LocalDate effectiveOn,
            BiFunction<Object, String, Order> orders) {
        var source = new ClassId(from.classId());
        if (from.phase() == Phase.ROLL_CONFIRMED) {
            throw new RollHeld(source, new RollVersion(from.rollVersion()));
        }
        if (from.phase() != Phase.OPEN && from.phase() != Phase.RUNNING) {
            throw new RollFrozen(source, from.phase());
        }
        var place = places.of(from.classId()).stream()
                .filter(p -> p.active() && learner.value().equals(p.learnerId()))
                .findFirst()
                .orElseThrow(() -> new NotOnRoll(source, learner));
        return commands.send(orders.apply(
                new TransferLearner(
                        to,
                        new EnrollmentId(ids.next()),
                        learner,
                        source,
                        Objects.requireNonNull(from.classType()),
                        new OrgId(String.valueOf(place.nominatingOrgId())),
                        document,
                        effectiveOn),
                "transfer"));
    }
}
