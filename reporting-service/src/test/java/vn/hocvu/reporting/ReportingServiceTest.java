package vn.hocvu.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.boot.health.actuate.endpoint.CompositeHealthDescriptor;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.contributor.Status;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.hocvu.platform.eventstream.Fact;
import vn.hocvu.platform.testkit.ApiDescription;
import vn.hocvu.platform.testkit.Meters;
import vn.hocvu.platform.testkit.Tokens;
import vn.hocvu.reporting.messages.consumed.Heard;

/** The reference years over real servers: told on the topics, reported by API and page, alive on an open dashboard. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReportingServiceTest extends OnRealServers {
    private static final String LEADER = "leadership_viewer";
    private static final String OFFICER = "planning_officer";
    private static final String REPORT = "/api/v1/reports/annual/2020";

    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = JsonMapper.builder().build();

    @Test
    @Order(1)
    void theAnnualReportIsExact() {
        var report = get(LEADER, REPORT);

        assertThat(report.get("year").asInt()).isEqualTo(2020);
        var tc = report.at("/classTypes/0");
        assertThat(tc.get("classType").asString()).isEqualTo("TC_LLCT");
        assertCount(tc.get("carriedIn"), 25, 2133);
        assertCount(tc.get("opened"), 20, 1488);
        assertCount(tc.get("trained"), 45, 3621);
        assertCount(tc.get("graduated"), 12, 1096);
        assertCount(tc.get("carriedOut"), 33, 2525);
        var bd = report.at("/classTypes/1");
        assertThat(bd.get("classType").asString()).isEqualTo("BOI_DUONG");
        assertCount(bd.get("opened"), 10, 1295);
        assertCount(bd.get("closed"), 10, 1295);
        assertCount(report.get("unfulfilled"), 3, 510);
        assertThat(report.at("/unfulfilled/items/0/reasonCode").asString()).isEqualTo("INSUFFICIENT_ENROLLMENT");
        assertThat(report.at("/unfulfilled/items/0/fundingOrganizations").toString())
                .isEqualTo("[\"Ba Vì\",\"Thanh Oai\"]");
        assertThat(report.at("/unfulfilled/items/1/requester").asString()).isEqualTo("Ban Tuyên giáo Thành ủy");
        assertThat(report.at("/position/class").asLong()).isPositive();
        assertThat(report.at("/discrepancies")).isEmpty();
        assertThat(report.at("/identities")).allMatch(one -> one.get("holds").asBoolean());
    }

    @Test
    @Order(2)
    void theReportShowsNextYearsPlanAndBothReadingsOfItsUnclearFigure() {
        var plan = get(LEADER, REPORT).get("nextYearPlan");

        assertCount(plan.at("/classTypes/0"), 23, 1810);
        assertThat(plan.at("/classTypes/0/parts/0/learnersPerClass").asInt()).isEqualTo(70);
        assertThat(plan.at("/classTypes/0/parts/1/classes").asInt()).isEqualTo(20);
        assertThat(plan.at("/classTypes/1/learnersScope").asString()).isEqualTo("AMBIGUOUS");
        assertThat(plan.at("/classTypes/1").has("learners")).isFalse();
        assertThat(plan.at("/classTypes/1/readings/0/learners").asInt()).isEqualTo(2806);
        assertThat(plan.at("/classTypes/1/readings/1/learners").asInt()).isEqualTo(996);
        assertThat(plan.at("/totals/0/learners").asInt()).isEqualTo(4616);
    }

    @Test
    @Order(3)
    void theReportIsAnsweredAsItWasKnownThen() {
        var then = get(LEADER, REPORT + "?asOf=2020-12-31T16:00:00Z");

        assertCount(then.get("unfulfilled"), 2, 160);
        assertThat(then.has("nextYearPlan")).isFalse();
    }

    @Test
    @Order(4)
    void publishedFiguresOpenExactlyTwoEntriesWithOneCandidateCause() {
        publish("carriedIn", "TC_LLCT", 25, 2133);
        publish("trained", "TC_LLCT", 45, 3621);
        publish("graduated", "TC_LLCT", 12, 1096);
        publish("unfulfilled", "TC_LLCT", 2, 160);
        publish("carriedOut", "TC_LLCT", 35, 2756);
        publish("closed", "BOI_DUONG", 10, 1295);

        await(() -> get(LEADER, REPORT).at("/discrepancies/0/candidateCauses").size() == 1
                && get(LEADER, REPORT).at("/discrepancies/0/brokenIdentities").size() == 2);
        var gaps = get(LEADER, REPORT).get("discrepancies");
        assertThat(gaps).hasSize(1);
        var gap = gaps.get(0);
        assertThat(gap.get("figure").asString()).isEqualTo("carriedOut");
        assertThat(gap.get("classType").asString()).isEqualTo("TC_LLCT");
        assertCount(gap.get("published"), 35, 2756);
        assertCount(gap.get("derived"), 33, 2525);
        assertCount(gap.get("difference"), 2, 231);
        assertThat(gap.get("status").asString()).isEqualTo("OPEN");
        assertThat(gap.at("/candidateCauses/0/cause").asString()).isEqualTo("K1");
        assertCount(gap.at("/candidateCauses/0/matched"), 2, 160);
        assertCount(gap.at("/candidateCauses/0/residue"), 0, 71);
        assertCount(gap.at("/brokenIdentities/0/implied"), 47, 3852);
        assertCount(gap.at("/brokenIdentities/0/against"), 45, 3621);
        assertCount(gap.at("/brokenIdentities/1/implied"), 22, 1719);
        assertCount(gap.at("/brokenIdentities/1/against"), 20, 1488);
    }

    @Test
    @Order(5)
    void anExplanationIsKeptAndTheGapStays() {
        assertThat(post(
                                OFFICER,
                                "/api/v1/discrepancies/gap-2020-carriedOut-CLASSES-TC_LLCT/explanation",
                                "{\"explanation\": \"Đang rà soát\", \"effectiveOn\": \"2021-05-04\"}")
                        .statusCode())
                .isEqualTo(204);
        assertThat(post(
                                OFFICER,
                                "/api/v1/discrepancies/gap-2020-opened-CLASSES-TC_LLCT/explanation",
                                "{\"explanation\": \"Không có\", \"effectiveOn\": \"2021-05-04\"}")
                        .statusCode())
                .isEqualTo(404);

        var gap = get(LEADER, REPORT).at("/discrepancies/0");
        assertThat(gap.get("status").asString()).isEqualTo("OPEN");
        assertThat(gap.get("explanation").asString()).isEqualTo("Đang rà soát");
        assertCount(gap.get("difference"), 2, 231);
    }

    @Test
    @Order(6)
    void onlyThePlanningOfficerPublishesAndNobodyPublishesTheFuture() {
        assertThat(post(LEADER, "/api/v1/figures", figure("opened", "TC_LLCT", "CLASSES", 20))
                        .statusCode())
                .isEqualTo(403);
        assertThat(post(
                                OFFICER,
                                "/api/v1/figures",
                                figure("opened", "TC_LLCT", "CLASSES", 20).replace("2020-12-31", "2999-12-31"))
                        .body())
                .contains("AsOfInFuture");
        assertThat(post(OFFICER, "/api/v1/figures", figure("invented", "TC_LLCT", "CLASSES", 20))
                        .body())
                .contains("UnknownFigure");
    }

    @Test
    @Order(9)
    void aRoleWithoutTheRightSeesNothing() {
        for (var path : List.of("/dashboard", "/reports/R1", "/audit", "/discrepancies")) {
            assertThat(tester().get().uri(path).with(as("LECTURER")).exchange()).hasStatus(403);
        }
        assertThat(send("leadership_viewer", HttpRequest.newBuilder(), "/api/v1/events")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    @Order(10)
    void aDistrictSeesItsOwnClassesOnly() {
        var report = get("district_committee.ba-vi", REPORT);

        assertCount(report.get("unfulfilled"), 1, 80);
        assertCount(report.at("/classTypes/0/carriedOut"), 1, 82);
        assertThat(report.get("discrepancies")).isEmpty();
    }

    @Test
    @Order(11)
    void theJournalHoldsEveryFactOnce() {
        var events = get("auditor", "/api/v1/events?kind=ClassOpened&size=100");

        assertThat(events.get("total").asInt()).isEqualTo(55);
        tell(ReferenceYears.facts());
        assertThat(views.awaitTopics(PATIENCE)).isTrue();
        assertThat(get("auditor", "/api/v1/events?kind=ClassOpened")
                        .get("total")
                        .asInt())
                .isEqualTo(55);
        assertCount(get(LEADER, REPORT).at("/classTypes/0/trained"), 45, 3621);
    }

    @Test
    @Order(12)
    void anEnrolmentReachesAnOpenDashboardAndABrokenConnectionResumes() {
        var open = listen(null);
        await(() -> data(open).size() == 1);
        assertThat(data(open).getFirst()).contains("\"recruiting\"");

        tell(List.of(
                fact("class", "ClassProposed", 0, proposal()),
                fact(
                        "class",
                        "RecruitingStarted",
                        1,
                        "{\"classId\": \"c-live\", \"deadline\": \"2026-12-01\"," + "\"effectiveOn\": \"2020-12-01\"}"),
                enrolled(0)));
        await(() -> data(open).stream().anyMatch(text -> text.contains("1 học viên đã nhập học")));
        var ids = lines(open).filter(line -> line.startsWith("id:")).toList();

        tell(List.of(enrolled(1)));
        assertThat(views.awaitTopics(PATIENCE)).isTrue();
        var again = listen(ids.getLast().substring(3).strip());
        await(() -> data(again).stream().anyMatch(text -> text.contains("2 học viên đã nhập học")));
    }

    @Test
    @Order(14)
    void everyPromisedMeterIsThereAndNamesNobody() {
        var meters = context.getBean(MeterRegistry.class);

        Meters.exist(
                meters,
                "decisions",
                "command.duration",
                "denied",
                "view.lag",
                "view.generation",
                "parked.keys",
                "duplicates.skipped",
                "sequence.missing",
                "live.viewers",
                "live.evicted",
                "clock.difference");
        Meters.carryNoIdOrName(meters);
    }

    @Test
    @Order(15)
    void readinessRestsOnTheViews() {
        var readiness = context.getBean(HealthEndpoint.class).healthForPath("readiness");

        assertThat(readiness).isInstanceOfSatisfying(CompositeHealthDescriptor.class, health -> {
            assertThat(health.getStatus()).isEqualTo(Status.UP);
            assertThat(health.getComponents()).containsOnlyKeys("readinessState", "viewServer");
        });
    }

    @Test
    @Order(13)
    void theApiIsTheOneThatIsWrittenDown() {
        ApiDescription.isWrittenDown("reporting", port);
    }

    private Fact<Heard> enrolled(int number) {
        return fact(
                "enrollment",
                "LearnerEnrolled",
                number,
                "{\"classId\": \"c-live\", \"learnerId\": \"l-" + number
                        + "\", \"enrollmentType\": \"NEW\", \"effectiveOn\": \"2020-12-01\"}");
    }

    private static String proposal() {
        return "{\"classId\": \"c-live\", \"classCode\": \"TC-LIVE\", \"planItemId\": \"2020-01\", \"offPlan\": false,"
                + "\"classType\": \"TC_LLCT\", \"category\": \"THEORY\", \"venueId\": \"truong\", \"venueType\": \"SCHOOL\","
                + "\"fundingSource\": \"CITY_BUDGET\", \"plannedLearners\": 70, \"minLearners\": 50, \"seats\": 77,"
                + "\"effectiveOn\": \"2020-12-01\"}";
    }

    private Fact<Heard> fact(String source, String type, long sequence, String payload) {
        return new Fact<>(
                new Heard(json.readTree(payload)),
                type,
                source,
                "c-live",
                sequence,
                "live-" + source + sequence,
                LocalDate.of(2020, 12, 1).atStartOfDay(java.time.ZoneOffset.UTC).toInstant(),
                Map.of());
    }

    /** Opens the stream of the dashboard as a browser does that has signed in. */
    private MvcTestResult listen(@Nullable String lastEventId) {
        var request = tester().get().uri("/dashboard/stream?year=2020").with(as("LEADERSHIP_VIEWER"));
        return (lastEventId == null ? request : request.header("Last-Event-ID", lastEventId)).asyncExchange();
    }

    private static Stream<String> lines(MvcTestResult stream) {
        try {
            return stream.getResponse()
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> data(MvcTestResult stream) {
        return lines(stream).filter(line -> line.startsWith("data:")).toList();
    }

    private void publish(String figure, String type, int classes, int learners) {
        for (var one : Map.of("CLASSES", classes, "LEARNERS", learners).entrySet()) {
            var answer = post(OFFICER, "/api/v1/figures", figure(figure, type, one.getKey(), one.getValue()));
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        }
    }

    private static String figure(String figure, String type, String measure, int value) {
        return """
            {"figure": "%s", "measure": "%s", "year": 2020, "scope": {"classType": "%s"}, "value": %d,
             "scopeClarity": "EXPLICIT", "effectiveAsOf": "2020-12-31", "effectiveOn": "2021-04-28",
             "document": {"type": "REPORT", "number": "11/BC-REF", "date": "2021-04-28", "issuer": "Trường",
                          "signer": "Hiệu trưởng"}}
            """.formatted(figure, measure, type, value);
    }

    private JsonNode get(String account, String path) {
        var answer = send(account, HttpRequest.newBuilder(), path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json.readTree(answer.body());
    }

    private HttpResponse<String> post(String account, String path, String body) {
        return send(account, HttpRequest.newBuilder().POST(HttpRequest.BodyPublishers.ofString(body)), path);
    }

    private HttpResponse<String> send(String account, HttpRequest.Builder request, String path) {
        try {
            return http.send(
                    request.uri(URI.create("http://localhost:" + port + path))
                            .header("Authorization", "Bearer " + Tokens.of(account))
                            .header("Content-Type", "application/json")
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void assertCount(JsonNode count, int classes, int learners) {
        assertThat(count.path("classes").asInt(-1)).isEqualTo(classes);
        assertThat(count.path("learners").asInt(-1)).isEqualTo(learners);
    }

    private static void await(BooleanSupplier condition) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(20_000_000);
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }
}
