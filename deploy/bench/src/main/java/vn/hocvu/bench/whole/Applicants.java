package vn.hocvu.bench.whole;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.json.JsonMapper;

/** Invented people who ask for a seat one after the other, no two the same; the same for the same seed. */
final class Applicants {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String[] NAMES = {
        "An", "Bình", "Cường", "Dũng", "Giang", "Hà", "Hạnh", "Hiền", "Hùng", "Lan", "Linh", "Long", "Mai", "Minh",
        "Nam", "Ngọc", "Phong", "Quang", "Sơn", "Tâm", "Thảo", "Trung", "Tuấn", "Việt"
    };

    private final Map<String, String> paper;
    private final LocalDate on;
    private final long seed;
    private final AtomicInteger next = new AtomicInteger();

    Applicants(Map<String, String> paper, LocalDate on, long seed) {
        this.paper = paper;
        this.on = on;
        this.seed = seed;
    }

    /** The body of an enrolment of somebody new. */
    byte[] nextBody() {
        int number = next.getAndIncrement();
        var chance = new Random(seed + number);
        String name = "Nguyễn " + pick(chance) + " " + pick(chance);
        return JSON.writeValueAsBytes(Map.of(
                "learner",
                Map.of(
                        "fullName",
                        name,
                        "birthDate",
                        LocalDate.of(1970, 1, 1).plusDays(chance.nextInt(9_000)).toString(),
                        "sex",
                        chance.nextBoolean() ? "FEMALE" : "MALE",
                        "identityNumber",
                        "999%09d".formatted(number)),
                "nominatingOrgId",
                List.of("ba-vi", "soc-son", "dong-anh").get(number % 3),
                "document",
                paper,
                "effectiveOn",
                on.toString()));
    }

    private static String pick(Random chance) {
        return NAMES[chance.nextInt(NAMES.length)];
    }
}
