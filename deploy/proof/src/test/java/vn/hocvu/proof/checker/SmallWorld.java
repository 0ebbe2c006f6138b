package vn.hocvu.proof.checker;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;
import vn.hocvu.proof.checker.Evidence.Handled;
import vn.hocvu.proof.checker.Evidence.Intake;
import vn.hocvu.proof.checker.Evidence.Limit;
import vn.hocvu.proof.checker.Evidence.Meter;
import vn.hocvu.proof.checker.Evidence.Published;
import vn.hocvu.proof.checker.Evidence.RowPair;
import vn.hocvu.proof.checker.Evidence.Screen;
import vn.hocvu.proof.checker.Evidence.StoredEvent;
import vn.hocvu.proof.history.Order;
import vn.hocvu.proof.history.Told;
import vn.hocvu.proof.history.Told.Answer;
import vn.hocvu.proof.system.Service;

/** A small right world of one intake, of which single things can be made wrong. */
final class SmallWorld {
    static final String INTAKE = "class-1";
    static final String TOPIC = "hocvu.enrollment.events.v1";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    final List<Told> told = new ArrayList<>();
    final List<StoredEvent> events = new ArrayList<>();
    final Map<String, Handled> handled = new HashMap<>();
    final List<Published> records = new ArrayList<>();
    final List<RowPair> rows = new ArrayList<>();
    final List<Screen> screens = new ArrayList<>();
    final Map<String, Intake> intakes = new LinkedHashMap<>();
    final List<Limit> limits = new ArrayList<>();
    final List<Meter> meters = new ArrayList<>();
    private final int seats;
    private int roll;

    SmallWorld(int seats) {
        this.seats = seats;
        append("IntakeOpened", "opening", Map.of("seats", seats));
        rows.add(new RowPair(Service.ENROLLMENT, "intakes", INTAKE, "{}", "{}"));
        screens.add(new Screen("viewer", Map.of("running", "1"), Map.of("running", "1")));
        limits.add(new Limit("token", 10, 100));
        meters.add(new Meter("enrollment", "hocvu_parked_keys", 0));
        see();
    }

    /** Two learners with a seat, one refused, one who never heard, one who left. */
    static SmallWorld right() {
        var world = new SmallWorld(3);
        world.enrol("an", 1);
        world.enrol("binh", 2);
        world.tell("chi", Answer.REFUSED, -1);
        world.tell("dung", Answer.UNKNOWN, -1);
        world.leave("an");
        return world;
    }

    Order order(String name) {
        return new Order(name, Service.ENROLLMENT, INTAKE, "enrol", Set.of("LearnerEnrolled", "LearnerWaitlisted"));
    }

    void tell(String name, Answer answer, long version) {
        told.add(new Told(order(name), answer, version, null, Instant.EPOCH, Instant.EPOCH));
    }

    /** Enrols in store, topic and view, and tells the client. */
    StoredEvent enrol(String learner, int seat) {
        roll++;
        var event =
                append("LearnerEnrolled", learner, Map.of("learnerId", learner, "seatNumber", seat, "rollAfter", roll));
        tell(learner, Answer.OK, event.sequence());
        see();
        return event;
    }

    void leave(String learner) {
        roll--;
        append("LearnerWithdrawn", "leave-" + learner, Map.of("learnerId", learner, "rollAfter", roll));
        see();
    }

    private void see() {
        intakes.put(INTAKE, new Intake(seats, roll, 0));
    }

    private StoredEvent append(String type, String command, Map<String, ?> payload) {
        var sequence = events.size();
        var event = new StoredEvent(
                sequence + 1,
                "event-" + sequence,
                INTAKE,
                "ClassIntake",
                sequence,
                type,
                JSON.valueToTree(payload),
                command);
        events.add(event);
        handled.put(command, new Handled(command, INTAKE, sequence));
        publish(event);
        return event;
    }

    /** Sends an event, perhaps once more. */
    void publish(StoredEvent event) {
        records.add(new Published(
                TOPIC,
                0,
                records.size(),
                event.aggregate(),
                event.id(),
                event.sequence(),
                "vn.hocvu.enrollment." + event.type() + ".v1",
                event.payload().toString()));
    }

    Evidence evidence() {
        return new Evidence(
                List.copyOf(told),
                Map.of(Service.ENROLLMENT, List.copyOf(events)),
                Map.of(Service.ENROLLMENT, Map.copyOf(handled)),
                Map.of(TOPIC, List.copyOf(records)),
                List.copyOf(rows),
                List.copyOf(screens),
                Map.copyOf(intakes),
                List.copyOf(limits),
                List.copyOf(meters));
    }
}
