package vn.hocvu.bench.whole;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import vn.hocvu.local.Port;

/** Gives seats in classes that recruit, one request after the other over all of them, until all are taken. */
final class Seating {
    private static final String OFFICER = "admissions_officer";
    /** Contended, too many requests, a dependency away. */
    static final Set<Integer> FOR_NOW = Set.of(409, 429, 503);

    private final WholeSystem system;
    private final Api api;
    private final Applicants applicants;
    private final List<String> classes;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger given;
    private final AtomicInteger refused = new AtomicInteger();

    /** @param given counts the seats given by all who share it */
    Seating(WholeSystem system, Api api, Applicants applicants, List<String> classes, AtomicInteger given) {
        this.system = system;
        this.api = api;
        this.applicants = applicants;
        this.classes = List.copyOf(classes);
        this.given = given;
    }

    /**
     * A seat that was given.
     *
     * @param version    sequence of the event in the history of the class's intake
     * @param answeredAt when the answer was there, {@link System#nanoTime()}
     */
    record Given(String classId, long version, long answeredAt) {}

    /**
     * Asks for the next seat; nothing if the service refuses for now.
     *
     * @throws IllegalStateException if it is answered in any other way
     */
    @Nullable
    Given enrol() {
        String classId = classes.get(next.getAndIncrement() % classes.size());
        HttpResponse<String> answer = api.send(
                OFFICER,
                URI.create(system.address(Port.ENROLLMENT, "/api/v1/intakes/" + classId + "/enrollments")),
                applicants.nextBody());
        long now = System.nanoTime();
        if (FOR_NOW.contains(answer.statusCode())) {
            refused.incrementAndGet();
            return null;
        }
        if (answer.statusCode() != 201) {
            throw new IllegalStateException("an enrolment was answered " + answer.statusCode() + ": " + answer.body());
        }
        given.incrementAndGet();
        String version = answer.headers().firstValue("ETag").orElse("").replaceAll("\\D", "");
        return new Given(classId, Long.parseLong(version), now);
    }

    /** Requests that were refused for now. */
    int refused() {
        return refused.get();
    }
}
