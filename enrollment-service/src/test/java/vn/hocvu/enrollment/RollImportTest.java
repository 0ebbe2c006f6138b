package vn.hocvu.enrollment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import vn.hocvu.platform.testkit.Servers;

/** A roll comes in from a spreadsheet: checked, confirmed, written once. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RollImportTest extends OnRealServers {
    private static final String BA_VI = "center_admin.ba-vi";

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    private Caller call;
    private Broker broker;

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
    void theTemplateHasVietnameseHeadersAndAnExample() {
        var answer = call.get(BA_VI, "/intakes/roll-template");

        assertThat(answer.status()).isEqualTo(200);
        var lines = Sheet.read(answer.response().body());
        assertThat(lines.get(0)).containsExactlyElementsOf(Sheet.HEADER);
        assertThat(lines.get(1)).contains("Nguyễn Văn Mẫu");
    }

    @Test
    void theDryRunTellsEveryMistakeAndWritesNothing() {
        var one = recruiting("ba-vi", 2);
        var file = Sheet.of(List.of(
                Sheet.person("Nguyễn Văn Sáu", "011085000006", "Ba Vì"),
                Sheet.person("Trần Thị Bảy", "77", "Ba Vì"),
                Sheet.person("Lê Thị Tám", "011085000008", "Không có"),
                Sheet.person("Đỗ Văn Chín", "011085000006", "ba-vi"),
                List.of("", "31/02/1985", "?", "011085000010", "ba-vi", ""),
                Sheet.person("Phạm Văn Mười", "011085000011", "ba-vi"),
                Sheet.person("Phạm Văn Mười Một", "011085000012", "ba-vi")));

        var job = checked(one, file);

        assertThat(job.get("total").asInt()).isEqualTo(7);
        assertThat(job.get("errors").asInt()).isEqualTo(4);
        assertThat(job.get("warnings").asInt()).isEqualTo(1);
        assertThat(row(job, 3).get("messages").toString()).contains("identityNumber");
        assertThat(row(job, 4).get("messages").toString()).contains("import.row.unknownOrganization");
        assertThat(row(job, 5).get("messages").toString()).contains("import.row.twiceInFile");
        assertThat(row(job, 6).get("remarks").asString()).contains("Ngày sinh").contains("Giới tính");
        assertThat(row(job, 8).get("messages").toString()).contains("import.row.waits");
        assertThat(call.get(BA_VI, one.path()).body().get("enrolled").asInt()).isZero();
        var result = Sheet.read(call.get(BA_VI, "/imports/" + job.get("id").asString() + "/result")
                .response()
                .body());
        assertThat(result.get(0)).contains("Lỗi");
        assertThat(result.get(2).get(0)).isEqualTo("Trần Thị Bảy");
        assertThat(result.get(2).getLast()).contains("12 hoặc 9 chữ số");
        var refused =
                call.post(BA_VI, "/imports/" + job.get("id").asString() + "/confirmation", "{\"onlyGood\": false}");
        assertThat(refused.status()).isEqualTo(400);
    }

    @Test
    void theSameFileTwiceAddsNothing() {
        var one = recruiting("ba-vi", 40);
        var file = Sheet.of(people("02108500", 20));

        confirm(checked(one, file));
        call.await(BA_VI, one.path(), seen -> seen.get("enrolled").asInt() == 20);
        var again = checked(one, file);
        assertThat(again.get("warnings").asInt()).isEqualTo(20);
        var done = confirm(again);

        assertThat(done.get("errors").asInt()).isZero();
        assertThat(call.get(BA_VI, one.path()).body().get("enrolled").asInt()).isEqualTo(20);
        var roll = call.get(BA_VI, one.path() + "/roll").body();
        assertThat(roll.get("learners").size()).isEqualTo(20);
        assertThat(roll.get("learners").get(0).get("fullName").asString()).isEqualTo("Nguyễn Văn Một");
    }

    @Test
    void aRollWithoutDryRunIsWrittenAtOnceAndTheRestWaits() {
        var one = recruiting("ba-vi", 5);

        var started = call.upload(
                BA_VI, one.path() + "/roll-imports?dryRun=false", Sheet.of(people("03108500", 7)), Papers.FORM);
        assertThat(started.status()).as("%s", started).isEqualTo(202);
        var done = call.await(BA_VI, started.header("Location"), RollImportTest::finished);

        assertThat(done.get("state").asString()).as("%s", done).isEqualTo("DONE");
        assertThat(done.get("warnings").asInt()).isEqualTo(2);
        var intake = call.await(BA_VI, one.path(), seen -> seen.get("waiting").asInt() == 2);
        assertThat(intake.get("enrolled").asInt()).isEqualTo(5);
    }

    @Test
    void anImportSurvivesTheEndOfTheServiceAndIsFinishedByAnother() {
        var one = recruiting("ba-vi", 200);
        var started = call.upload(
                BA_VI, one.path() + "/roll-imports?dryRun=true", Sheet.of(people("04108500", 150)), Papers.FORM);
        var id = started.body().get("id").asString();
        var dead = new ArrayList<Integer>();
        call.await(BA_VI, "/imports/" + id, RollImportTest::finished);
        try (var other = replica()) {
            var there = new Caller(
                    ((WebServerApplicationContext) other).getWebServer().getPort());
            there.post(BA_VI, "/imports/" + id + "/confirmation", "{}");
            dead.add(there.await(
                            BA_VI, "/imports/" + id, seen -> seen.get("done").asInt() > 3)
                    .get("done")
                    .asInt());
        }

        var done = call.await(
                BA_VI, "/imports/" + id, seen -> seen.get("phase").asString().equals("APPLY") && finished(seen));

        assertThat(dead.getFirst()).isLessThanOrEqualTo(150);
        assertThat(done.get("errors").asInt()).as("%s", done).isZero();
        call.await(BA_VI, one.path(), seen -> seen.get("enrolled").asInt() == 150);
        assertThat(call.get(BA_VI, one.path() + "/roll").body().get("learners").size())
                .isEqualTo(150);
    }

    @Test
    void hostileFilesAreRefusedAndAForeignImportIsUnknown() {
        var one = recruiting("ba-vi", 5);

        var noSheet = call.upload(
                BA_VI, one.path() + "/roll-imports", "<html>".getBytes(StandardCharsets.UTF_8), Papers.FORM);
        var noPaper =
                call.upload(BA_VI, one.path() + "/roll-imports", Sheet.of(people("05108500", 1)), new HashMap<>());
        var job = checked(one, Sheet.of(people("05108500", 1)));

        assertThat(noSheet.status()).as("%s", noSheet).isEqualTo(400);
        for (int size : new int[] {10_000_001, 12_000_000}) {
            var tooBig = call.upload(BA_VI, one.path() + "/roll-imports", new byte[size], Papers.FORM);
            assertThat(tooBig.status()).as("%s", tooBig).isEqualTo(413);
            assertThat(tooBig.body().get("code").asString()).isEqualTo("TooLarge");
            assertThat(tooBig.body().toString()).contains("10 MB");
        }
        assertThat(noPaper.status()).as("%s", noPaper).isEqualTo(400);
        assertThat(noPaper.body().toString()).contains("documentNumber");
        assertThat(call.get(
                                "center_admin.thanh-oai",
                                "/imports/" + job.get("id").asString())
                        .status())
                .isEqualTo(404);
        assertThat(call.upload("center_admin.thanh-oai", one.path() + "/roll-imports", new byte[1], Papers.FORM)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void thePeopleInAFileStandNowhereInTheDatabase() {
        var one = recruiting("ba-vi", 5);
        var name = "Quách Mỹ Độc Nhất";
        confirm(checked(one, Sheet.of(List.of(Sheet.person(name, "061085000001", "ba-vi")))));
        call.await(BA_VI, one.path(), seen -> seen.get("enrolled").asInt() == 1);

        var tables = jdbc.sql("select table_name from information_schema.tables where table_schema = current_schema()")
                .query(String.class)
                .list();
        for (var table : tables) {
            var found = jdbc.sql("select count(*) from \"" + table + "\" t where t::text like ? or t::text like ?")
                    .params("%" + name + "%", "%061085000001%")
                    .query(Integer.class)
                    .single();
            assertThat(found).as(table).isZero();
            var hex = HexFormat.of().formatHex("Quách".getBytes(StandardCharsets.UTF_8));
            assertThat(jdbc.sql("select count(*) from \"" + table + "\" t where t::text like ?")
                            .param("%" + hex + "%")
                            .query(Integer.class)
                            .single())
                    .as(table)
                    .isZero();
        }
        assertThat(broker.everything()).doesNotContain(name).doesNotContain("061085000001");
    }

    private Recruiting recruiting(String venue, int seats) {
        var one = Recruiting.at(venue, seats);
        broker.tell("class", "RecruitingStarted", one.classId(), one.started());
        call.await("admissions_officer", one.path(), seen -> true);
        return one;
    }

    private JsonNode checked(Recruiting one, byte[] file) {
        var started = call.upload(BA_VI, one.path() + "/roll-imports?dryRun=true", file, Papers.FORM);
        assertThat(started.status()).as("%s", started).isEqualTo(202);
        return call.await(BA_VI, started.header("Location"), RollImportTest::finished);
    }

    private JsonNode confirm(JsonNode job) {
        var path = "/imports/" + job.get("id").asString();
        assertThat(call.post(BA_VI, path + "/confirmation", "{}").status()).isEqualTo(202);
        return call.await(BA_VI, path, seen -> seen.get("phase").asString().equals("APPLY") && finished(seen));
    }

    private static boolean finished(JsonNode job) {
        return List.of("DONE", "FAILED", "CANCELLED").contains(job.get("state").asString());
    }

    private static JsonNode row(JsonNode job, int number) {
        for (var row : job.get("rows")) {
            if (row.get("row").asInt() == number) {
                return row;
            }
        }
        throw new AssertionError("no row " + number + " in " + job);
    }

    private static List<List<String>> people(String prefix, int count) {
        var words = List.of("Một", "Hai", "Ba", "Bốn", "Năm", "Sáu", "Bảy", "Tám", "Chín", "Mười");
        return IntStream.range(0, count)
                .mapToObj(i -> Sheet.person(
                        "Nguyễn Văn " + words.get(i % 10) + (i < 10 ? "" : " " + words.get(i / 10 % 10)),
                        prefix + "%04d".formatted(i),
                        "ba-vi"))
                .toList();
    }

    private static ConfigurableApplicationContext replica() {
        return Replica.start();
    }
}
