package vn.hocvu.planning.messages.published;

import java.util.Optional;
import vn.hocvu.planning.offplanrequest.OffPlanEvent;
import vn.hocvu.planning.trainingplan.PlanEvent;
import vn.hocvu.platform.eventstream.Message;
import vn.hocvu.platform.eventstream.Publication;

/** Planning's own topic: every fact of every plan and of every request for an off-plan class. */
public final class PlanningPublication implements Publication {
    /** Where planning is heard; nobody else writes there. */
    public static final String TOPIC = "hocvu.planning.events.v1";

    @Override
    public String topic() {
        return TOPIC;
    }

    @Override
    public String source() {
        return "planning";
    }

    @Override
    public Optional<Message> of(Object storedEvent) {
        return switch (storedEvent) {
            case PlanEvent event -> PlanMessages.of(event);
            case OffPlanEvent event -> OffPlanMessages.of(event);
            default -> Optional.empty();
        };
    }
}
