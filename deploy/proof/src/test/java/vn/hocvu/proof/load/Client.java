package vn.hocvu.proof.load;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import vn.hocvu.proof.history.History;
import vn.hocvu.proof.history.Order;
import vn.hocvu.proof.history.Told;
import vn.hocvu.proof.history.Told.Answer;
import vn.hocvu.proof.system.Service;
import vn.hocvu.proof.system.Waiting;

/**
 * One client. When no answer comes it asks again under the same key, most of the time; sometimes it gives up, and sometimes
 * it asks again for what was done long ago, which must change nothing.
 */
final class Client {
    private static final Duration PERSISTENCE = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(300);
    /** So that what is broken has its share of a small machine to come back. */
    private static final Duration THOUGHT = Duration.ofMillis(400);

    private static final String ADMISSIONS = "admissions_officer";
    private static final String OFFICER = "planning_officer";

    private final Api api;
    private final Groundwork ground;
    private final History history;
    private final Clock clock;
    private final Random chance;
    private final int number;
    private final List<String> intakes;
    private final List<String> programs;
    private final AtomicLong people;
    private final AtomicBoolean stopped;
    private final String run;
    private final List<Request> done = new ArrayList<>();
    private final List<Seat> seats = new ArrayList<>();
    private int orders;
    private int draftItems;

    Client(
            Api api,
            Groundwork ground,
            History history,
            Clock clock,
            long seed,
            int number,
            List<String> intakes,
            List<String> programs,
            AtomicLong people,
            AtomicBoolean stopped) {
        this.api = api;
        this.ground = ground;
        this.history = history;
        this.clock = clock;
        this.chance = new Random(seed * 31 + number);
        this.number = number;
        this.intakes = intakes;
        this.programs = programs;
        this.people = people;
        this.stopped = stopped;
        this.run = Long.toHexString(clock.millis()) + "-" + number;
    }

    private record Seat(String intake, String learner) {}

    /** A command with everything that is needed to send it again. */
    private record Request(
            Order order, String user, String method, String path, Map<String, Object> body, String key) {}

    void work() {
        draft();
        while (!stopped.get()) {
            var drawn = chance.nextInt(100);
            if (drawn < 55) enrol();
            else if (drawn < 72) withdraw();
            else if (drawn < 80) repeat();
            else if (drawn < 88) amendDraft();
            else if (drawn < 94) extend();
            else propose();
            Waiting.within(THOUGHT, stopped::get);
        }
    }

    private void enrol() {
        var intake = intakes.get(chance.nextInt(intakes.size()));
        var body = new HashMap<String, Object>();
        body.put("learner", Paper.person(clock.millis() % 100_000 * 10_000 + people.incrementAndGet()));
        body.put("nominatingOrgId", "ban-to-chuc-thanh-uy");
        body.put("waitIfFull", chance.nextInt(3) > 0);
        body.put("document", Paper.decision(100 + orders, ground.today()));
        var request = request(
                Service.ENROLLMENT,
                ADMISSIONS,
                "POST",
                "/intakes/" + intake + "/enrollments",
                ground.dated(body),
                intake,
                "enrol",
                Set.of("LearnerEnrolled", "LearnerWaitlisted"),
                "#seat");
        var answer = give(request);
        if (answer != null)
            seats.add(new Seat(intake, answer.body().path("learnerId").asString()));
    }

    private void withdraw() {
        if (seats.isEmpty()) return;
        var seat = seats.remove(chance.nextInt(seats.size()));
        var body = new HashMap<String, Object>();
        body.put("learnerId", seat.learner());
        body.put("reasonCode", "PERSONAL");
        body.put("reasonText", "Theo đơn");
        body.put("document", Paper.decision(100 + orders, ground.today()));
        give(request(
                Service.ENROLLMENT,
                ADMISSIONS,
                "POST",
                "/intakes/" + seat.intake() + "/withdrawals",
                ground.dated(body),
                seat.intake(),
                "withdraw",
                Set.of("LearnerWithdrawn", "WaitlistLeft"),
                ""));
    }

    /** A plan of a later year, which only this client drafts; while nothing is broken, since a draft needs the topics. */
    private void draft() {
        give(request(
                Service.PLANNING,
                OFFICER,
                "POST",
                "/plans",
                ground.dated(Map.of("year", draftedYear())),
                "plan " + draftedYear(),
                "draft",
                Set.of("PlanDrafted"),
                ""));
    }

    private void amendDraft() {
        if (draftItems == 40) return;
        var answer = give(request(
                Service.PLANNING,
                OFFICER,
                "POST",
                "/plans/" + draftedYear() + "/items",
                ground.item(1 + chance.nextInt(5)),
                "plan " + draftedYear(),
                "add item",
                Set.of("PlanItemAdded"),
                ""));
        if (answer != null) draftItems++;
    }

    private int draftedYear() {
        return ground.year() + 1 + number;
    }

    private void extend() {
        var intake = intakes.get(chance.nextInt(intakes.size()));
        LocalDate until = ground.today().plusDays(16 + chance.nextInt(14));
        give(request(
                Service.CLASS,
                "school_board",
                "POST",
                "/classes/" + intake + "/recruiting-extension",
                ground.dated(Map.of("deadline", until.toString())),
                intake,
                "extend",
                Set.of("RecruitingExtended"),
                ""));
    }

    private void propose() {
        var code = "TC-" + ground.year() + "-" + Integer.toString(number, 36).toUpperCase(java.util.Locale.ROOT) + "X"
                + Long.toString(clock.millis() % 10_000_000 * 100 + orders % 100, 36)
                        .toUpperCase(java.util.Locale.ROOT);
        give(request(
                Service.CLASS,
                OFFICER,
                "POST",
                "/classes",
                ground.proposal(code, 30),
                code,
                "propose",
                Set.of("ClassProposed"),
                ""));
    }

    private Request request(
            Service service,
            String user,
            String method,
            String path,
            Map<String, Object> body,
            String aggregate,
            String intent,
            Set<String> effects,
            String part) {
        var key = run + "-" + ++orders;
        var id = Order.idOf(user, method, Api.path(path), key) + part;
        return new Request(new Order(id, service, aggregate, intent, effects), user, method, path, body, key);
    }

    /** Asks again, under the same key, for something that was done: the answer must be the first one. */
    private void repeat() {
        if (done.isEmpty()) return;
        ask(done.get(chance.nextInt(done.size())));
    }

    /** Gives an order until there is an answer or the client loses patience; the answer if it was done. */
    private Api.@Nullable Answer give(Request request) {
        var persistent = chance.nextInt(10) < 7;
        var last = new Api.Answer[1];
        var asked = Waiting.within(PERSISTENCE, () -> {
            var answer = ask(request);
            last[0] = answer;
            return answer != null || !persistent || stopped.get();
        });
        if (!asked || last[0] == null) return null;
        if (last[0].done()) {
            done.add(request);
            if (done.size() > 50) done.removeFirst();
        }
        return last[0].done() ? last[0] : null;
    }

    /** Asks once; nothing if the answer leaves open what happened. */
    private Api.@Nullable Answer ask(Request request) {
        var program = request.order().service() == Service.ENROLLMENT
                ? programs.get(chance.nextInt(programs.size()))
                : request.order().service().word();
        var invoked = clock.instant();
        Api.Answer answer;
        try {
            answer = api.send(program, request.method(), request.user(), request.path(), request.body(), request.key());
        } catch (IOException lost) {
            note(request, Answer.UNKNOWN, -1, lost.toString(), invoked);
            Waiting.within(PAUSE, stopped::get);
            return null;
        }
        if (answer.open()) {
            note(request, Answer.UNKNOWN, -1, answer.status() + " " + answer.body(), invoked);
            Waiting.within(PAUSE, stopped::get);
            return null;
        }
        if (answer.status() == 401 || answer.status() == 403) {
            throw new AssertionError(request.order() + " was answered " + answer.status() + " " + answer.body());
        }
        note(
                request,
                answer.done() ? Answer.OK : Answer.REFUSED,
                answer.version(),
                answer.status() + " "
                        + (answer.done() ? answer.body().path("state").asString("") : answer.code()),
                invoked);
        return answer;
    }

    private void note(Request request, Answer answer, long version, String detail, java.time.Instant invoked) {
        history.note(new Told(request.order(), answer, version, detail, invoked, clock.instant()));
    }
}
