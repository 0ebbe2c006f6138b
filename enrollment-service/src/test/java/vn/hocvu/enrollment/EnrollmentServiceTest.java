package vn.hocvu.enrollment;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.hocvu.platform.testkit.ApiDescription;
import vn.hocvu.platform.testkit.Meters;
import vn.hocvu.platform.testkit.Servers;

/** One class's intake on real servers: from the first call to the last outcome. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EnrollmentServiceTest extends OnRealServers {
    private static final String OFFICER = "admissions_officer";
    private static final String BA_VI = "center_admin.ba-vi";
    private static final Recruiting CLASS = Recruiting.at("ba-vi", 2);
    private static final Recruiting OTHER = Recruiting.at("thanh-oai", 2);

    @LocalServerPort
    private int port;

    @Autowired
    private MeterRegistry meters;

    private Caller call;
    private Broker broker;
    private String an = "";
    private String binh = "";
    private String chi = "";

    @BeforeAll
    void connect() {
        call = new Caller(port);
        broker = new Broker(Servers.kafka());
    }

    @AfterAll
    void disconnect() {
        broker.close();
    }

    @Test
    @Order(1)
    void anIntakeOpensWhenItsClassRecruits() {
        broker.tell("class", "RecruitingStarted", CLASS.classId(), CLASS.started());
        broker.tell("class", "RecruitingStarted", OTHER.classId(), OTHER.started());

        var intake = call.await(OFFICER, CLASS.path(), seen -> true);

        assertThat(intake.get("state").asString()).isEqualTo("OPEN");
        assertThat(intake.get("seats").asInt()).isEqualTo(2);
        assertThat(call.await(OFFICER, "/intakes?classCode=" + CLASS.code(), seen -> seen.size() == 1)
                        .get(0)
                        .get("classId")
                        .asString())
                .isEqualTo(CLASS.classId());
        assertThat(broker.await("IntakeOpened", p -> p.get("classId").asString().equals(CLASS.classId())))
                .isNotNull();
    }

    @Test
    @Order(2)
    void aCentreEnrolsIntoItsOwnVenueOnly() {
        call.await(OFFICER, OTHER.path(), seen -> true);

        var answer =
                call.post(BA_VI, CLASS.path() + "/enrollments", Papers.enrol("Nguyễn Văn An", "001085000001", "ba-vi"));
        var outside =
                call.post(BA_VI, OTHER.path() + "/enrollments", Papers.enrol("Lê Thị Chi", "001085000003", "ba-vi"));
        var reader = call.post(
                "auditor", CLASS.path() + "/enrollments", Papers.enrol("Lê Thị Chi", "001085000003", "ba-vi"));

        assertThat(answer.status()).as("%s", answer).isEqualTo(201);
        assertThat(answer.body().get("seatNumber").asInt()).isEqualTo(1);
        an = answer.body().get("learnerId").asString();
        assertThat(outside.status()).as("%s", outside).isEqualTo(404);
        assertThat(reader.status()).as("%s", reader).isEqualTo(403);
    }

    @Test
    @Order(3)
    void theSameRequestAgainGivesTheFirstAnswer() {
        var body = Papers.enrol("Trần Văn Bình", "001085000002", "ba-vi");

        var first = call.post(OFFICER, CLASS.path() + "/enrollments", body, "binh");
        var again = call.post(OFFICER, CLASS.path() + "/enrollments", body, "binh");
        var later = call.post(OFFICER, CLASS.path() + "/enrollments", body);

        assertThat(first.status()).as("%s", first).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(later.body().get("enrollmentId")).isEqualTo(first.body().get("enrollmentId"));
        binh = first.body().get("learnerId").asString();
    }

    @Test
    @Order(4)
    void aFullClassLetsTheNextWait() {
        var waits =
                call.post(OFFICER, CLASS.path() + "/enrollments", Papers.enrol("Lê Thị Chi", "001085000003", "ba-vi"));
        var refused = call.post(
                OFFICER,
                CLASS.path() + "/enrollments",
                Papers.enrol("Phạm Thị Dung", "001085000004", "ba-vi").replaceFirst("\\{", "{\"waitIfFull\": false, "));

        assertThat(waits.status()).as("%s", waits).isEqualTo(202);
        chi = waits.body().get("learnerId").asString();
        assertThat(refused.status()).as("%s", refused).isEqualTo(409);
        assertThat(refused.body().get("code").asString()).isEqualTo("ClassFull");
        assertThat(refused.body().get("detail").asString()).contains("2");
    }

    @Test
    @Order(5)
    void aRefusedSeatLeavesNoClaimBehind() {
        var elsewhere = call.post(
                OFFICER, OTHER.path() + "/enrollments", Papers.enrol("Phạm Thị Dung", "001085000004", "thanh-oai"));
        var twice = call.post(
                OFFICER, OTHER.path() + "/enrollments", Papers.enrol("Nguyễn Văn An", "001085000001", "thanh-oai"));
        var otherName = call.post(
                OFFICER, OTHER.path() + "/enrollments", Papers.enrol("Nguyễn Văn Ấn", "001085000001", "thanh-oai"));

        assertThat(elsewhere.status()).as("%s", elsewhere).isEqualTo(201);
        assertThat(twice.status()).isEqualTo(409);
        assertThat(twice.body().get("code").asString()).isEqualTo("AlreadyStudying");
        assertThat(otherName.body().get("code").asString()).isEqualTo("IdentityKnown");
    }

    @Test
    @Order(6)
    void everyMistakeOfABodyIsNamedWithoutRepeatingIt() {
        var answer = call.post(OFFICER, CLASS.path() + "/enrollments", """
                {"learner": {"fullName": "1", "birthDate": "31/02/1985", "sex": "?", "identityNumber": "77"},
                 "nominatingOrgId": "ba-vi", "effectiveOn": "2020-11-02", %s}
                """.formatted(Papers.MINUTES));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().toString())
                .contains("learner.fullName")
                .contains("learner.birthDate")
                .doesNotContain("31/02/1985");
    }

    @Test
    @Order(7)
    void aFreedSeatGoesToWhoeverWaits() {
        var left = call.post(OFFICER, CLASS.path() + "/withdrawals", Papers.leave(binh));

        assertThat(left.status()).as("%s", left).isEqualTo(200);
        var roll = call.await(
                OFFICER, CLASS.path() + "/roll", seen -> seen.get("waitlist").isEmpty());
        var held = StreamSupport.stream(roll.get("learners").spliterator(), false)
                .filter(line -> line.get("state").asString().equals("ENROLLED"))
                .map(line -> line.get("fullName").asString())
                .toList();
        assertThat(held).containsExactly("Nguyễn Văn An", "Lê Thị Chi");
        assertThat(broker.await(
                        "WaitlistPromoted", p -> p.get("learnerId").asString().equals(chi)))
                .isNotNull();
        call.await(OFFICER, "/learners/" + binh, seen -> seen.get("claims").isEmpty());
    }

    @Test
    @Order(8)
    void aTransferEndsTheOldPlaceAndMovesTheClaim() {
        var moved = call.post(
                OFFICER,
                CLASS.path() + "/transfers",
                Papers.leave(chi).replaceFirst("\\{", "{\"toClassId\": \"" + OTHER.classId() + "\", "));

        assertThat(moved.status()).as("%s", moved).isEqualTo(200);
        call.await(OFFICER, CLASS.path(), seen -> seen.get("enrolled").asInt() == 1);
        call.await(
                OFFICER,
                "/learners/" + chi,
                seen -> seen.get("claims").path("TC_LLCT").asString("").equals(OTHER.classId()));
    }

    @Test
    @Order(9)
    void namesAreForTheEntitledAndEachViewIsRecorded() {
        var all = call.post("school_board", "/learners/names", "{\"ids\": [\"" + an + "\", \"" + chi + "\", \"x\"]}");
        var own = call.post("district_committee.thanh-oai", "/learners/names", "{\"ids\": [\"" + an + "\"]}");
        var none = call.post("leadership_viewer", "/learners/names", "{\"ids\": [\"" + an + "\"]}");
        var masked = call.get("auditor", CLASS.path() + "/roll");

        assertThat(all.body().get("names").size()).isEqualTo(2);
        assertThat(own.body().get("names").size()).isZero();
        assertThat(none.status()).isEqualTo(403);
        assertThat(masked.status()).isEqualTo(200);
        assertThat(masked.body().toString()).doesNotContain("Nguyễn");
        assertThat(call.get("district_committee.thanh-oai", "/learners/" + an).status())
                .isEqualTo(404);
        assertThat(call.get("district_committee.ba-vi", "/learners/" + an).status())
                .isEqualTo(200);
    }

    @Test
    @Order(10)
    void aConfirmedRollIsHeldUntilTheClassOpens() {
        var confirmed = call.post(BA_VI, CLASS.path() + "/roll-confirmation", "{\"effectiveOn\": \"2020-11-23\"}");
        var held = call.post(OFFICER, CLASS.path() + "/withdrawals", Papers.leave(an));
        var version = broker.await(
                        "RollConfirmed", p -> p.get("classId").asString().equals(CLASS.classId()))
                .payload()
                .get("rollVersion")
                .asLong();

        assertThat(confirmed.status()).as("%s", confirmed).isEqualTo(200);
        assertThat(held.body().get("code").asString()).isEqualTo("RollHeld");
        broker.tell("class", "ClassOpened", CLASS.classId(), CLASS.opened(version));
        call.await(OFFICER, CLASS.path(), seen -> seen.get("state").asString().equals("RUNNING"));
    }

    @Test
    @Order(11)
    void theClassEndsEveryPlaceWithItsOutcome() {
        broker.tell(
                "class",
                "TeachingCompleted",
                CLASS.classId(),
                "{\"classId\": \"%s\", \"effectiveOn\": \"2021-11-12\"}".formatted(CLASS.classId()));
        var last =
                broker.await("RollFinalized", p -> p.get("classId").asString().equals(CLASS.classId()));
        assertThat(last.payload().get("learnerIds").get(0).asString()).isEqualTo(an);
        broker.tell("class", "ClassGraduated", CLASS.classId(), """
                {"classId": "%s", "outcomes": [{"learnerId": "%s", "outcome": "GRADUATED", "band": "GOOD"}],
                 "effectiveOn": "2021-11-12"}
                """.formatted(CLASS.classId(), an));

        call.await(OFFICER, CLASS.path(), seen -> seen.get("state").asString().equals("COMPLETED"));
        var learner = call.await(
                OFFICER, "/learners/" + an, seen -> seen.get("diplomas").has("TC_LLCT"));
        assertThat(learner.get("diplomas").get("TC_LLCT").asInt()).isEqualTo(2021);
        call.await(OFFICER, "/learners/" + an, seen -> seen.get("claims").isEmpty());
    }

    @Test
    @Order(12)
    void aCancelledClassGivesEverybodyFree() {
        broker.tell(
                "class",
                "ClassCancelled",
                OTHER.classId(),
                "{\"classId\": \"%s\", \"effectiveOn\": \"2020-11-30\"}".formatted(OTHER.classId()));

        call.await(OFFICER, OTHER.path(), seen -> seen.get("state").asString().equals("RELEASED"));
        call.await(OFFICER, "/learners/" + chi, seen -> seen.get("claims").isEmpty());
        assertThat(broker.await(
                                "IntakeReleased",
                                p -> p.get("classId").asString().equals(OTHER.classId()))
                        .payload()
                        .get("learners")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    @Order(13)
    void theApiIsTheOneThatIsWrittenDown() {
        ApiDescription.isWrittenDown("enrollment", port);
    }

    @Test
    @Order(14)
    void everyPromisedMeterIsThereAndNamesNobody() {
        Meters.exist(
                meters,
                "decisions",
                "command.duration",
                "denied",
                "relay.lag",
                "relay.backlog",
                "relay.reconciliation.missing",
                "token.gaps",
                "policy.lag",
                "view.lag",
                "view.generation",
                "parked.keys",
                "duplicates.skipped",
                "sequence.missing",
                "unknown.skipped",
                "live.viewers",
                "live.evicted",
                "jobs.running",
                "jobs.failed",
                "clock.difference");
        Meters.carryNoIdOrName(meters);
    }
}
