package vn.hocvu.planning.views.timeline;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import vn.hocvu.planning.trainingplan.PlanEvent;
import vn.hocvu.planning.trainingplan.PlanEvent.AboutAmendment;
import vn.hocvu.planning.trainingplan.PlanEvent.AboutItem;
import vn.hocvu.planning.trainingplan.PlanEvent.PlanAllocated;
import vn.hocvu.platform.eventstore.StoredJson;
import vn.hocvu.platform.eventstream.Fact;
import vn.hocvu.platform.viewstore.Row;

/**
 * One fact of a plan.
 *
 * @param about the item it concerns, {@value #EVERY_ITEM} for all of them, {@value #PLAN} for the plan as such
 * @param kind  stable name of the fact
 * @param json  the fact itself
 */
public record PlanFactRow(
        String eventId,
        String planId,
        String about,
        String kind,
        long sequence,
        @Nullable LocalDate effectiveOn,
        @Nullable Instant recordedAt,
        @Nullable String actor,
        @Nullable String role,
        @Nullable String organization,
        String json)
        implements Row<PlanEvent, PlanFactRow> {
    static final String EVERY_ITEM = "*";
    static final String PLAN = "-";

    private static final JsonMapper JSON = StoredJson.mapper();
    private static final Map<String, Class<?>> KINDS = Arrays.stream(PlanEvent.class.getPermittedSubclasses())
            .collect(Collectors.toUnmodifiableMap(Class::getSimpleName, Function.identity()));

    static PlanFactRow empty(String eventId) {
        return new PlanFactRow(eventId, "", PLAN, "", -1, null, null, null, null, null, "{}");
    }

    @Override
    public PlanFactRow after(Fact<PlanEvent> fact) {
        var body = fact.body();
        return new PlanFactRow(
                eventId,
                body.planId().value(),
                about(body),
                body.getClass().getSimpleName(),
                fact.sequence(),
                body.effectiveOn(),
                fact.recordedAt(),
                fact.metadata().get("actor"),
                fact.metadata().get("role"),
                fact.metadata().get("organization"),
                JSON.writeValueAsString(body));
    }

    /** What happened. */
    public PlanEvent event() {
        var type = KINDS.get(kind);
        if (type == null) {
            throw new IllegalStateException("no such fact of a plan: " + kind);
        }
        return (PlanEvent) JSON.readValue(json, type);
    }

    private static String about(PlanEvent body) {
        if (body instanceof PlanAllocated) {
            return EVERY_ITEM;
        }
        if (body instanceof AboutAmendment amendment) {
            var item = amendment.itemId();
            return item == null ? PLAN : item.value();
        }
        return body instanceof AboutItem about ? about.itemId().value() : PLAN;
    }
}
