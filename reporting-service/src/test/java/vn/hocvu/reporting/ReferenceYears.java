package vn.hocvu.reporting;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;
import vn.hocvu.platform.eventstream.Fact;
import vn.hocvu.reporting.messages.consumed.Heard;

/** The reference training years 2019 to 2021 as the services would tell them, with the recorded times for tests. */
public final class ReferenceYears {

    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Instant PLAN_2021_RECORDED = at(LocalDate.of(2021, 4, 28), LocalTime.of(9, 0));

    private final List<Fact<Heard>> facts = new ArrayList<>();
    private final Map<String, Long> sequences = new HashMap<>();

    private ReferenceYears() {}

    /** All facts, in an order in which they may have happened. */
    public static List<Fact<Heard>> facts() {
        ReferenceYears years = new ReferenceYears();
        years.plans();
        rows("classes.csv").forEach(years::openedClass);
        rows("cancelled.csv").forEach(years::cancelledClass);
        years.propagandaCourse();
        return years.facts;
    }

    public static Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(ZONE).toInstant();
    }

    public static Instant endOf(int year, int month, int day) {
        return LocalDate.of(year, month, day)
                .plusDays(1)
                .atStartOfDay(ZONE)
                .toInstant()
                .minusNanos(1);
    }

    public static String classId(String code) {
        return UUID.nameUUIDFromBytes(code.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static String learnerId(String code, int number) {
        return classId("%s/%03d".formatted(code, number));
    }

    private void plans() {
        Map<Integer, List<Map<String, Object>>> items = new LinkedHashMap<>();
        for (Map<String, String> row : rows("plan-items.csv")) {
            Map<String, Object> item = new LinkedHashMap<>();
            item.put("itemId", row.get("item"));
            item.put("classType", row.get("classType"));
            item.put("category", row.get("category"));
            item.put("venueType", row.get("venueType"));
            put(item, "venueId", row.get("venue"));
            item.put("fundingSource", row.get("fundingSource"));
            put(item, "fundingOrgId", row.get("fundingOrg"));
            put(item, "requesterOrgId", row.get("requester"));
            item.put("quotaClasses", Integer.valueOf(row.get("classes")));
            if (!row.get("learners").isEmpty()) {
                item.put("quotaLearners", Integer.valueOf(row.get("learners")));
            }
            item.put("learnersScope", row.get("learnersScope"));
            if (!row.get("perClass").isEmpty()) {
                item.put("learnersPerClass", Integer.valueOf(row.get("perClass")));
            }
            if (!row.get("ambiguousValue").isEmpty()) {
                item.put("ambiguousValue", Integer.valueOf(row.get("ambiguousValue")));
            }
            if (!row.get("readings").isEmpty()) {
                item.put("readings", readings(row.get("readings")));
            }
            put(item, "awaits", row.get("awaits"));
            items.computeIfAbsent(Integer.valueOf(row.get("item").substring(0, 4)), year -> new ArrayList<>())
                    .add(item);
        }
        items.forEach((year, list) -> {
            LocalDate effective = year == 2021 ? LocalDate.of(2021, 1, 15) : LocalDate.of(year, 1, 2);
            tell(
                    "planning",
                    "PlanAllocated",
                    "plan-" + year,
                    effective,
                    year == 2021 ? PLAN_2021_RECORDED : at(effective, LocalTime.of(17, 0)),
                    Map.of("planId", "plan-" + year, "year", year, "allocations", list));
        });
    }

    private static List<Map<String, Object>> readings(String text) {
        return Arrays.stream(text.split(" "))
                .map(reading -> Map.<String, Object>of(
                        "scope", reading.split(":")[0], "quotaLearners", Integer.valueOf(reading.split(":")[1])))
                .toList();
    }

    private void openedClass(Map<String, String> row) {
        String id = classId(row.get("code"));
        LocalDate opened = LocalDate.parse(row.get("opened"));
        int learners = Integer.parseInt(row.get("learners"));
        Map<String, Object> terms = terms(row, id);
        tell("class", "ClassProposed", id, opened.minusDays(7), terms);
        tell(
                "class",
                "RecruitingStarted",
                id,
                opened.minusDays(7),
                Map.of("classId", id, "deadline", opened.toString()));
        enrol(row.get("code"), id, learners, opened);
        Map<String, Object> opening = new HashMap<>(terms);
        opening.put("enrolledCount", learners);
        tell("class", "ClassOpened", id, opened, opening);
        tell("enrollment", "IntakeStarted", id, opened, Map.of("classId", id, "openedOn", opened.toString()));
        String plan = "plan-" + row.get("item").substring(0, 4);
        tell(
                "planning",
                "ClassLinked",
                plan,
                opened,
                Map.of("planId", plan, "itemId", row.get("item"), "classId", id, "enrolledCount", learners));
        if (!row.get("ended").isEmpty()) {
            boolean shortCourse = row.get("classType").equals("BOI_DUONG");
            tell(
                    "class",
                    shortCourse ? "ClassClosed" : "ClassGraduated",
                    id,
                    LocalDate.parse(row.get("ended")),
                    Map.of(
                            "classId",
                            id,
                            "counts",
                            shortCourse
                                    ? Map.of("completed", learners, "notCompleted", 0)
                                    : Map.of("graduated", learners, "notGraduated", 0)));
        }
    }

    private void cancelledClass(Map<String, String> row) {
        String id = classId(row.get("code"));
        LocalDate day = LocalDate.parse(row.get("cancelled"));
        int enrolled = Integer.parseInt(row.get("enrolled"));
        tell("class", "ClassProposed", id, LocalDate.parse(row.get("recruitingFrom")), terms(row, id));
        tell(
                "class",
                "RecruitingStarted",
                id,
                LocalDate.parse(row.get("recruitingFrom")),
                Map.of("classId", id, "deadline", row.get("deadline")));
        enrol(row.get("code"), id, enrolled, LocalDate.parse(row.get("recruitingFrom")));
        tell("class", "ClassCancelled", id, day, Map.of("classId", id, "reasonCode", "INSUFFICIENT_ENROLLMENT"));
        for (int i = 1; i <= enrolled; i++) {
            tell(
                    "enrollment",
                    "LearnerReleased",
                    id,
                    day,
                    Map.of("classId", id, "learnerId", learnerId(row.get("code"), i), "cause", "CLASS_CANCELLED"));
        }
        tell(
                "planning",
                "PlanItemUnfulfilled",
                "plan-2020",
                day,
                Map.of(
                        "planId",
                        "plan-2020",
                        "itemId",
                        row.get("item"),
                        "classes",
                        1,
                        "learners",
                        80,
                        "reasonCode",
                        "INSUFFICIENT_ENROLLMENT",
                        "classId",
                        id,
                        "fundingOrgId",
                        row.get("fundingOrg")));
    }

    private void propagandaCourse() {
        LocalDate day = LocalDate.of(2020, 12, 31);
        tell(
                "planning",
                "PlanItemUnfulfilled",
                "plan-2020",
                day,
                at(LocalDate.of(2021, 1, 5), LocalTime.of(17, 0)),
                Map.of(
                        "planId", "plan-2020",
                        "itemId", "2020-31",
                        "classes", 1,
                        "learners", 350,
                        "reasonCode", "GUIDANCE_NOT_ISSUED",
                        "requesterOrgId", "ban-tuyen-giao-thanh-uy"));
    }

    private static Map<String, Object> terms(Map<String, String> row, String id) {
        Map<String, Object> terms = new HashMap<>();
        terms.put("classId", id);
        terms.put("classCode", row.get("code"));
        terms.put("planItemId", row.get("item"));
        terms.put("offPlan", false);
        terms.put("classType", row.get("classType"));
        terms.put("category", row.get("category"));
        terms.put("studyMode", row.get("studyMode"));
        terms.put("venueId", row.get("venue"));
        terms.put("venueType", row.get("venue").equals("truong") ? "SCHOOL" : "CENTER");
        terms.put("fundingSource", row.get("fundingSource"));
        put(terms, "fundingOrgId", row.get("fundingOrg"));
        put(terms, "requesterOrgId", row.getOrDefault("requester", ""));
        terms.put("plannedLearners", Integer.valueOf(row.get("planned")));
        terms.put("minLearners", 50);
        terms.put("seats", Integer.parseInt(row.get("planned")) * 11 / 10);
        return terms;
    }

    private void enrol(String code, String classId, int learners, LocalDate day) {
        for (int i = 1; i <= learners; i++) {
            tell(
                    "enrollment",
                    "LearnerEnrolled",
                    classId,
                    day,
                    Map.of("classId", classId, "learnerId", learnerId(code, i), "enrollmentType", "NEW"));
        }
    }

    private static void put(Map<String, Object> map, String key, String value) {
        if (!value.isEmpty()) {
            map.put(key, value);
        }
    }

    private void tell(String source, String type, String aggregateId, LocalDate day, Map<String, Object> payload) {
        tell(source, type, aggregateId, day, at(day, LocalTime.of(17, 0)), payload);
    }

    private void tell(
            String source,
            String type,
            String aggregateId,
            LocalDate day,
            Instant recordedAt,
            Map<String, Object> body) {
        Map<String, Object> payload = new LinkedHashMap<>(body);
        payload.put("effectiveOn", day.toString());
        long sequence = sequences.merge(source + aggregateId, 1L, Long::sum) - 1;
        String eventId = UUID.nameUUIDFromBytes((source + aggregateId + sequence).getBytes(StandardCharsets.UTF_8))
                .toString();
        facts.add(new Fact<>(
                new Heard(JSON.valueToTree(payload)),
                type,
                source,
                aggregateId,
                sequence,
                eventId,
                recordedAt,
                Map.of()));
    }

    private static List<Map<String, String>> rows(String file) {
        try (var stream = Objects.requireNonNull(ReferenceYears.class.getResourceAsStream("/demo/" + file), file);
                var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            List<String> lines = reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
            String[] columns = lines.getFirst().split(",", -1);
            return lines.stream()
                    .skip(1)
                    .map(line -> {
                        String[] cells = line.split(",", -1);
                        Map<String, String> row = new LinkedHashMap<>();
                        for (int i = 0; i < columns.length; i++) {
                            row.put(columns[i], cells[i]);
                        }
                        return row;
                    })
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
