package vn.hocvu.planning.messages.published;

import java.util.Optional;
import vn.hocvu.planning.trainingplan.PlanEvent;
import vn.hocvu.platform.eventstream.Message;
import vn.hocvu.platform.eventstream.Publication;

/** Planning's own topic: every fact of every plan. */
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
        return storedEvent instanceof PlanEvent event ? PlanMessages.of(event) : Optional.empty();
    }
}
