package vn.hocvu.proof.checker;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import vn.hocvu.proof.history.Told;
import vn.hocvu.proof.system.Service;

/**
 * All that the checker looks at: what clients were told, and what stores, topics, views, screens and meters say.
 *
 * @param told      every answer, in the order of the answers
 * @param stores    each service's events in the order of their positions
 * @param handled   each service's orders that were carried out, by id
 * @param topics    each topic's records, partition by partition in the order of their offsets
 * @param rows      rows as they were kept up to date, beside the same folded anew
 * @param screens   what open pages show in the end, beside what they should
 * @param intakes   roll and length of the queue of each intake as people see them, by class
 * @param limits    sizes that must stay below a limit
 * @param meters    instruments at the quiet moment
 */
public record Evidence(
        List<Told> told,
        Map<Service, List<StoredEvent>> stores,
        Map<Service, Map<String, Handled>> handled,
        Map<String, List<Published>> topics,
        List<RowPair> rows,
        List<Screen> screens,
        Map<String, Intake> intakes,
        List<Limit> limits,
        List<Meter> meters) {

    /**
     * A stored event.
     *
     * @param kind      the kind of its aggregate
     * @param commandId the order that caused it, if its metadata names one
     */
    public record StoredEvent(
            long position,
            String id,
            String aggregate,
            String kind,
            long sequence,
            String type,
            JsonNode payload,
            @Nullable String commandId) {}

    /** What the store keeps of an order that was carried out. */
    public record Handled(String commandId, @Nullable String aggregate, long version) {}

    /** A record of a topic. */
    public record Published(
            String topic,
            int partition,
            long offset,
            String key,
            String eventId,
            long sequence,
            String type,
            String value) {}

    /**
     * One row twice; a row that only one side has is absent on the other.
     *
     * @param kept  as the serving generation had it
     * @param fresh as a fresh fold has it
     */
    public record RowPair(
            Service service,
            String view,
            String key,
            @Nullable String kept,
            @Nullable String fresh) {}

    /** What one open page shows in the end, beside the truth. */
    public record Screen(String name, Map<String, String> shown, Map<String, String> truth) {}

    /** What the view says of an intake. */
    public record Intake(int seats, int roll, int waiting) {}

    /** Something that must not grow without end. */
    public record Limit(String what, long measured, long most) {}

    /** An instrument that must say zero at a quiet moment. */
    public record Meter(String program, String name, double value) {}
}
