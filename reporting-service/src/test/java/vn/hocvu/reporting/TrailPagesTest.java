package vn.hocvu.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.jwt;
import static vn.hocvu.reporting.views.figures.planhistory.ToldPlan.item;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClients;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.bson.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import vn.hocvu.platform.auditchain.Verify;
import vn.hocvu.reporting.views.figures.planhistory.ToldPlan;

/** What auditors see of the trails, what they can take away, and that an outsider can trust it. */
class TrailPagesTest extends OnRealServers {
    private static final LocalDate DAY = LocalDate.of(1997, 1, 2);

    @TempDir
    Path folder;

    @BeforeAll
    void tellOfAPlan() {
        var told = new ToldPlan(1997);
        told.allocated(DAY, List.of(item("1997-01", 1, 80)));
        told.amended(
                "1997-A01",
                DAY.plusDays(30),
                DAY.plusDays(30),
                "1997-01",
                item("1997-01", 1, 80),
                item("1997-01", 2, 160));
        told.tell(
                "AmendmentRejected",
                DAY.plusDays(60),
                DAY.plusDays(60),
                Map.of("amendmentId", "1997-A02", "itemId", "1997-01", "comments", "Không"),
                "school_board");
        tell(told.facts());
        assertThat(views.awaitTopics(PATIENCE)).isTrue();
        signIn("auditor");
    }

    @ParameterizedTest
    @ValueSource(strings = {"vi", "en"})
    void theIntegrityPageTellsEachServiceAndWhoIsAway(String language) {
        var html = text(get("AUDITOR", "/audit/integrity?lang=" + language));

        assertThat(html)
                .contains("ed25519:4fe1c0d2a9b37e55", "BEGIN PUBLIC KEY", "abc", "os:an", "plan.jsonl")
                .contains(language.equals("vi") ? "Xuất toàn bộ sổ bằng lệnh" : "Export of the whole store by command")
                .contains(language.equals("vi") ? "12.345, kiểm tra lúc 04/05/2020" : "12,345, verified at 4 May 2020")
                .contains(language.equals("vi") ? "Phần hệ Lớp học chưa trả lời" : "has not answered")
                .doesNotContain("??");
    }

    @Test
    void anAuditorLetsAServiceVerifyAndLearnsIfItIsAway() {
        assertThat(post("AUDITOR", "/audit/integrity?service=planning")).hasStatus3xxRedirection();
        assertThat(post("AUDITOR", "/audit/integrity?service=class")
                        .getResponse()
                        .getRedirectedUrl())
                .isEqualTo("/audit/integrity?away=class");
        assertThat(post("AUDITOR", "/audit/integrity?service=elsewhere")).hasStatus4xxClientError();
    }

    @Test
    void evidenceOfAnItemAnAmendmentAndAPeriodIsHandedOut() {
        for (var wanted : List.of("itemId=1997-01", "amendmentId=1997-A01", "from=1997-01-01&until=1997-12-31")) {
            var answer = post("AUDITOR", "/audit/evidence?year=1997&" + wanted);

            assertThat(answer).as(wanted).hasStatusOk();
            assertThat(answer).bodyText().isEqualTo("a package");
        }
        assertThat(post("AUDITOR", "/audit/evidence?year=1997&itemId=1997-99")).hasStatus(404);
        assertThat(post("AUDITOR", "/audit/evidence?year=1997&from=1990-01-01&until=1990-01-02"))
                .hasStatus4xxClientError();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PLANNING_OFFICER",
                "SCHOOL_BOARD",
                "CITY_ORG_BOARD",
                "DISTRICT_COMMITTEE",
                "LEADERSHIP_VIEWER",
                "SYS_ADMIN"
            })
    void nobodyElseSeesTheTrailsOrTakesEvidence(String role) {
        assertThat(get(role, "/audit/integrity")).hasStatus(403);
        assertThat(post(role, "/audit/integrity?service=planning")).hasStatus(403);
        assertThat(post(role, "/audit/evidence?year=1997&itemId=1997-01")).hasStatus(403);
        assertThat(call(role, "/api/v1/trail/evidence", "{\"events\": [\"x\"]}"))
                .hasStatus(403);
        assertThat(call(role, "/api/v1/trail/verifications", "{}")).hasStatus(403);
    }

    @Test
    void thePackageOfAServiceIsVerifiedByAnOutsiderAndNotedAndAChangedOneIsRefused() throws IOException {
        publishAFigure();
        var id = context.getBean(JdbcClient.class)
                .sql("select event_identifier from domain_event_entry where payload_type = 'FigurePublished' limit 1")
                .query(String.class)
                .single();

        var answer = call("AUDITOR", "/api/v1/trail/evidence", "{\"events\": [\"" + id + "\"], \"about\": \"thử\"}");

        assertThat(answer).hasStatusOk();
        var zip =
                Files.write(folder.resolve("evidence.zip"), answer.getResponse().getContentAsByteArray());
        assertThat(verify(zip)).contains("WHOLE", "events        1").startsWith("0 ");
        assertThat(names(zip)).contains("trail.pdf", "HUONG-DAN.txt", "README.txt", "events.json", "proof.json");
        assertThat(verify(changed(zip, "events.json"))).contains("BROKEN").startsWith("1 ");
        assertThat(verify(changed(zip, "trail.pdf"))).contains("BROKEN").startsWith("1 ");
        assertThat(tester().get().uri("/api/v1/trail").with(bearer("AUDITOR")).exchange())
                .bodyText()
                .contains("\"what\":\"evidence\"", "thử", "BEGIN PUBLIC KEY");
        assertThat(call("AUDITOR", "/api/v1/trail/verifications", "{}")).hasStatusOk();
        assertThat(call("AUDITOR", "/api/v1/trail/evidence", "{\"events\": [\"unknown\"]}"))
                .hasStatus(400);
        assertThat(call("AUDITOR", "/api/v1/trail/evidence", "{\"events\": []}"))
                .hasStatus(400);
    }

    @Test
    void theTimelineIsFilteredByItemAndPeriodAndApprovalsAreToldByPerson() {
        assertThat(text(get("AUDITOR", "/audit?itemId=1997-01")))
                .contains("told-1997-1", "told-1997-2", "/audit/integrity", "/audit/approvals");
        assertThat(text(get("AUDITOR", "/audit?itemId=1997-01&recordedFrom=1997-02-15")))
                .contains("told-1997-2")
                .doesNotContain("told-1997-1");
        assertThat(text(get("AUDITOR", "/audit?itemId=1997-01&recordedUntil=1997-02-15")))
                .contains("told-1997-1")
                .doesNotContain("told-1997-2");
        assertThat(text(get("AUDITOR", "/audit/approvals?itemId=1997-01"))).contains("city_org_board", "school_board");
        assertThat(text(get("AUDITOR", "/audit/approvals?actor=school_board&format=csv")))
                .contains("1997-01");
        assertThat(text(get("AUDITOR", "/audit/approvals?lang=en"))).doesNotContain("??");
        assertThat(get("LEADERSHIP_VIEWER", "/audit/approvals")).hasStatus(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"actor", "organization", "itemId", "kind", "aggregateId", "recorded"})
    void theServerKeepsAnIndexForEachFilterOfTheTimelineInItsOrder(String filter) {
        var uri = new ConnectionString(VIEWS);
        var keys = new ArrayList<Document>();
        try (var client = MongoClients.create(uri)) {
            var database = client.getDatabase(uri.getDatabase());
            for (var name : database.listCollectionNames()) {
                if (name.startsWith("journal-g")) {
                    database.getCollection(name)
                            .listIndexes()
                            .forEach(index -> keys.add(index.get("key", Document.class)));
                }
            }
        }

        assertThat(keys)
                .contains(
                        filter.equals("recorded")
                                ? new Document("q.recorded", -1).append("_id", 1)
                                : new Document("q." + filter, 1)
                                        .append("q.recorded", -1)
                                        .append("_id", 1));
    }

    private void publishAFigure() {
        var form = tester().post().uri("/discrepancies");
        Map.ofEntries(
                        Map.entry("figure", "carriedOut"),
                        Map.entry("year", "2018"),
                        Map.entry("classType", "TC_LLCT"),
                        Map.entry("classes", "1"),
                        Map.entry("learners", "2"),
                        Map.entry("effectiveAsOf", "31/12/2018"),
                        Map.entry("effectiveOn", "28/04/2019"),
                        Map.entry("documentType", "REPORT"),
                        Map.entry("documentNumber", "1/BC-REF"),
                        Map.entry("documentDate", "28/04/2019"),
                        Map.entry("documentIssuer", "Trường"),
                        Map.entry("documentSigner", "Hiệu trưởng"))
                .forEach((name, value) -> form.param(name, value));
        assertThat(form.with(as("PLANNING_OFFICER")).with(csrf()).exchange()).hasStatus(302);
    }

    private static String verify(Path zip) {
        var out = new ByteArrayOutputStream();
        var code = Verify.run(new PrintStream(out, true, StandardCharsets.UTF_8), zip.toString());
        return code + " " + out.toString(StandardCharsets.UTF_8);
    }

    private static List<String> names(Path zip) throws IOException {
        try (var file = new ZipFile(zip.toFile())) {
            return file.stream().map(ZipEntry::getName).toList();
        }
    }

    private Path changed(Path zip, String name) throws IOException {
        var changed = folder.resolve("changed-" + name + ".zip");
        try (var in = new ZipFile(zip.toFile());
                var out = new ZipOutputStream(Files.newOutputStream(changed))) {
            for (var entry : in.stream().toList()) {
                var content = in.getInputStream(entry).readAllBytes();
                if (entry.getName().equals(name)) {
                    content = new String(content, StandardCharsets.ISO_8859_1)
                            .replaceFirst("2018|PDF", "2017")
                            .getBytes(StandardCharsets.ISO_8859_1);
                }
                out.putNextEntry(new ZipEntry(entry.getName()));
                out.write(content);
                out.closeEntry();
            }
        }
        return changed;
    }

    private MvcTestResult get(String role, String path) {
        return tester().get().uri(URI.create(path)).with(as(role)).exchange();
    }

    private MvcTestResult post(String role, String path) {
        return tester().post().uri(URI.create(path)).with(as(role)).with(csrf()).exchange();
    }

    private MvcTestResult call(String role, String path, String body) {
        return tester().post()
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .with(bearer(role))
                .exchange();
    }

    private static RequestPostProcessor bearer(String role) {
        return jwt().jwt(token -> token.subject("auditor").claim("roles", List.of(role)));
    }

    private static String text(MvcTestResult answer) {
        assertThat(answer).hasStatusOk();
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
