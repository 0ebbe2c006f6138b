package vn.hocvu.proof.load;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import vn.hocvu.proof.history.History;
import vn.hocvu.proof.history.Order;
import vn.hocvu.proof.history.Told;
import vn.hocvu.proof.history.Told.Answer;
import vn.hocvu.proof.system.Service;
import vn.hocvu.proof.system.Waiting;

/** Many people who want a seat in the same class at the same moment. */
public final class Race {
    private static final Duration LIMIT = Duration.ofMinutes(8);
    private static final String USER = "admissions_officer";

    private final Api api;
    private final Groundwork ground;
    private final History history;
    private final Clock clock;

    public Race(Api api, Groundwork ground, History history, Clock clock) {
        this.api = api;
        this.ground = ground;
        this.history = history;
        this.clock = clock;
    }

    /**
     * Lets all of them ask at once; every second one would also wait in line.
     *
     * @param programs processes of enrollment-service, asked in turn
     * @return how many heard what
     */
    public Map<String, Integer> run(String intake, int people, List<String> programs) {
        var heard = new ConcurrentHashMap<String, Integer>();
        var gate = new CountDownLatch(1);
        var left = new AtomicInteger(people);
        var threads = new ArrayList<Thread>();
        for (var i = 0; i < people; i++) {
            var number = i;
            threads.add(Thread.ofVirtual().start(() -> {
                try {
                    gate.await();
                    heard.merge(ask(intake, number, programs.get(number % programs.size())), 1, Integer::sum);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                } finally {
                    left.decrementAndGet();
                }
            }));
        }
        gate.countDown();
        Waiting.until("everybody's answer", LIMIT, () -> left.get() == 0, () -> left + " wait");
        return heard;
    }

    private String ask(String intake, int number, String program) {
        var path = "/intakes/" + intake + "/enrollments";
        var key = "race-" + intake + "-" + number;
        var body = new HashMap<String, Object>();
        body.put("learner", Paper.person(clock.millis() % 1_000 * 1_000_000 + number));
        body.put("nominatingOrgId", "ban-to-chuc-thanh-uy");
        body.put("waitIfFull", number % 2 == 0);
        body.put("document", Paper.decision(9_000 + number, ground.today()));
        var order = new Order(
                Order.idOf(USER, "POST", Api.path(path), key) + "#seat",
                Service.ENROLLMENT,
                intake,
                "race",
                Set.of("LearnerEnrolled", "LearnerWaitlisted"));
        var last = new String[] {"nothing"};
        // Whoever hears nothing certain asks again under the same key, as a person would.
        Waiting.within(LIMIT, () -> {
            var invoked = clock.instant();
            try {
                var answer = api.send(program, "POST", USER, path, ground.dated(body), key);
                last[0] = answer.done() ? answer.body().path("state").asString() : answer.code();
                var open = answer.open();
                history.note(new Told(
                        order,
                        open ? Answer.UNKNOWN : answer.done() ? Answer.OK : Answer.REFUSED,
                        answer.version(),
                        last[0],
                        invoked,
                        clock.instant()));
                return !open;
            } catch (IOException lost) {
                history.note(new Told(order, Answer.UNKNOWN, -1, lost.toString(), invoked, clock.instant()));
                return false;
            }
        });
        return last[0];
    }
}
