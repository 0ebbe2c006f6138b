package vn.hocvu.enrollment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.oidcLogin;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import com.mongodb.client.MongoClients;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.context.WebApplicationContext;
import tools.jackson.databind.JsonNode;
import vn.hocvu.enrollment.classintake.LearnerId;
import vn.hocvu.enrollment.vault.Vault;
import vn.hocvu.local.servers.Database;
import vn.hocvu.local.servers.FreePorts;
import vn.hocvu.local.servers.KafkaServer;
import vn.hocvu.local.servers.MongoServer;
import vn.hocvu.platform.auditchain.Verify;
import vn.hocvu.platform.eventstore.AuditTrail;
import vn.hocvu.platform.testkit.Servers;
import vn.hocvu.platform.testkit.Tokens;
import vn.hocvu.platform.testkit.Traces;

/**
 * A name enters by form, API and spreadsheet, by mistakes, refusals, faults and parked messages; afterwards it stands
 * nowhere outside the vault's cipher text: in no log line, meter, record, row, table or file of any server. Erased there,
 * it leaves the trail of the events as it was signed.
 *
 * <p>Each search must also find something that is no secret, the code of the class, where it searches.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PersonalDataTest {
    private static final String NAME = "Zyqvường Thị Xwằngzđ";
    private static final String NUMBERS = "091085777";
    private static final Traces NOBODY = Traces.of("Zyqvường", "Xwằngzđ", NUMBERS);
    private static final String OFFICER = "admissions_officer";
    private static final String BA_VI = "center_admin.ba-vi";
    private static final Recruiting CLASS = Recruiting.at("ba-vi", 40);
    private static final Traces CODE = Traces.of(CLASS.code());
    private static final String[] TOPICS = {"planning", "class", "enrollment"};

    @TempDir
    private static Path folder;

    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private Database database;
    private KafkaServer kafka;
    private MongoServer mongo;
    private ConfigurableApplicationContext service;
    private Said said;
    private Broker broker;
    private Caller call;
    private MockMvcTester pages;
    private JdbcClient jdbc;

    @BeforeAll
    void start() throws Exception {
        database = Servers.postgres("personal");
        kafka = KafkaServer.start(folder.resolve("kafka"));
        open.push(kafka);
        mongo = MongoServer.start(folder.resolve("mongo"), FreePorts.next());
        open.push(mongo);
        try (var admin = Admin.create(Map.<String, Object>of("bootstrap.servers", kafka.bootstrap()))) {
            var topics = new ArrayList<NewTopic>();
            for (var source : TOPICS) {
                topics.add(new NewTopic(topic(source), 12, (short) 1));
            }
            admin.createTopics(topics).all().get(60, TimeUnit.SECONDS);
        }
        service = new SpringApplicationBuilder(EnrollmentService.class)
                .run(
                        "--server.port=0",
                        "--management.server.port=0",
                        "--hocvu.postgres.url=" + database.url(),
                        "--hocvu.postgres.username=" + database.username(),
                        "--hocvu.postgres.password=" + database.password(),
                        "--hocvu.kafka.bootstrap=" + kafka.bootstrap(),
                        "--hocvu.mongodb.uri=" + mongo.uri("personal"),
                        "--hocvu.oidc.issuer=" + Tokens.issuer(),
                        "--hocvu.vault.key=" + OnRealServers.VAULT_KEY,
                        "--hocvu.audit.key=" + Base64.getEncoder().encodeToString(new byte[32]),
                        "--hocvu.audit.folder=" + folder.resolve("audit"));
        open.push(service);
        said = Said.listen();
        open.push(said);
        call = new Caller(((WebServerApplicationContext) service).getWebServer().getPort());
        broker = new Broker(kafka.bootstrap());
        open.push(broker);
        pages = MockMvcTester.from(
                (WebApplicationContext) service,
                builder -> builder.apply(springSecurity()).build());
        jdbc = service.getBean(JdbcClient.class);
        broker.tell("class", "RecruitingStarted", CLASS.classId(), CLASS.started());
        call.await(OFFICER, CLASS.path(), seen -> true);
    }

    private static String topic(String source) {
        return "hocvu." + source + ".events.v1";
    }

    @AfterAll
    void stop() throws Exception {
        while (!open.isEmpty()) {
            open.pop().close();
        }
    }

    // ---- the name enters

    @Test
    @Order(1)
    void byTheApiAndItsMistakes() {
        assertThat(enrol(BA_VI, Papers.enrol(NAME, NUMBERS + "001", "ba-vi"))).isEqualTo(201);
        assertThat(enrol(BA_VI, Papers.enrol(NAME, NUMBERS + "001", "ba-vi"))).isBetween(200, 409);
        assertThat(enrol(BA_VI, Papers.enrol(NAME, NUMBERS, "ba-vi"))).isBetween(201, 422);
        assertThat(enrol(BA_VI, Papers.enrol(NAME + "1", NUMBERS + "00x", "ba-vi")))
                .isEqualTo(400);
        assertThat(enrol(BA_VI, Papers.enrol(NAME, NUMBERS + "002", NAME))).isEqualTo(400);
        assertThat(enrol("auditor", Papers.enrol(NAME, NUMBERS + "003", "ba-vi")))
                .isEqualTo(403);
        assertThat(enrol("center_admin.thanh-oai", Papers.enrol(NAME, NUMBERS + "003", "ba-vi")))
                .isEqualTo(404);
        var good = Papers.enrol(NAME, NUMBERS + "004", "ba-vi");
        assertThat(enrol(BA_VI, good.replace("1985-12-31", NAME))).isEqualTo(400);
        assertThat(enrol(BA_VI, good.replace("\"MALE\"", "\"" + NAME + "\""))).isEqualTo(400);
        assertThat(enrol(BA_VI, good.replace("NEW", NAME))).isEqualTo(400);
        assertThat(enrol(BA_VI, good.substring(0, good.indexOf("birthDate")))).isEqualTo(400);
    }

    @Test
    @Order(2)
    void byTheFormItsMistakesAndTheSearch() {
        var typed = new HashMap<>(Papers.FORM);
        typed.putAll(Map.of(
                "fullName",
                NAME,
                "birthDate",
                "31/12/1985",
                "sex",
                "MALE",
                "identityNumber",
                NUMBERS + "010",
                "nominatingOrgId",
                "ba-vi",
                "note",
                NAME));
        assertThat(send(typed)).isEqualTo(302);
        typed.put("birthDate", NAME);
        typed.put("_form", "/intakes/" + CLASS.classId() + "/enrollments/new");
        assertThat(send(typed)).isEqualTo(422);

        assertThat(shown("/intakes/" + CLASS.classId())).contains("Zyqvường");
        assertThat(shown("/learners?q=" + NAME)).contains("Zyqvường");
        assertThat(shown("/learners?q=zyqvuong")).contains("Zyqvường");
        var roll = call.get(OFFICER, CLASS.path() + "/roll").body().get("learners");
        assertThat(roll.toString()).contains("Zyqvường");
        assertThat(shown("/learners/" + roll.get(0).get("learnerId").asString()))
                .contains("Zyqvường");
    }

    @Test
    @Order(3)
    void bySpreadsheetsThatAreCheckedWrittenRefusedAndBroken() {
        var sheet = Sheet.of(List.of(
                Sheet.person(NAME, NUMBERS + "020", "ba-vi"),
                Sheet.person(NAME, NUMBERS + "020", "ba-vi"),
                Sheet.person(NAME, NUMBERS, NAME),
                List.of(NAME, NAME, NAME, NAME, NAME, NAME)));
        var checked = finished(upload(sheet, true));
        assertThat(checked.get("errors").asInt()).isEqualTo(3);
        var result = call.get(BA_VI, "/imports/" + checked.get("id").asString() + "/result");
        assertThat(Sheet.read(result.response().body()).get(1)).contains(NAME);
        assertThat(confirmed(checked).get("state").asString()).isEqualTo("DONE");

        var again = finished(upload(Sheet.of(List.of(Sheet.person(NAME, NUMBERS + "021", "ba-vi"))), true));
        jdbc.sql("delete from vault_file").update();
        assertThat(confirmed(again).get("state").asString()).isEqualTo("FAILED");

        assertThat(call.upload(
                                BA_VI,
                                CLASS.path() + "/roll-imports",
                                ("<html>" + NAME).getBytes(StandardCharsets.UTF_8),
                                Papers.FORM)
                        .status())
                .isEqualTo(400);
        var byPage = pages.post()
                .uri("/intakes/" + CLASS.classId() + "/roll-imports")
                .multipart()
                .file(new MockMultipartFile("file", NAME + ".xlsx", "application/octet-stream", sheet));
        Papers.FORM.forEach(byPage::param);
        assertThat(byPage.with(centre()).with(csrf()).exchange()).hasStatus(302);
    }

    @Test
    @Order(4)
    void andWhatWaitsBehindABrokenMessage() {
        broker.tell("class", "RecruitingExtended", CLASS.classId(), "{\"classId\": \0 broken");
        broker.tell("class", "ClassOpened", CLASS.classId(), CLASS.opened(3));

        await(() -> jdbc.sql("select count(*) from parked_message where consumer = 'policies'")
                        .query(Integer.class)
                        .single()
                == 2);
    }

    // ---- and is nowhere

    @Test
    @Order(5)
    void noLogLineAndNoMeterNamesAnybody() {
        assertThat(said.lines()).anyMatch(line -> line.contains("Job done"));
        assertThat(said.lines()).anyMatch(line -> line.contains("Job failed"));
        assertThat(said.lines()).anyMatch(line -> line.contains("Message parked"));
        assertThat(said.lines()).noneMatch(NOBODY::in);

        assertThat(service.getBean(MeterRegistry.class).getMeters())
                .isNotEmpty()
                .noneMatch(meter -> NOBODY.in(meter.getId().toString()));
    }

    @Test
    @Order(6)
    void noTableNamesAnybodyNotEvenTheVault() {
        var names = jdbc.sql("select table_name from information_schema.tables where table_schema = current_schema()")
                .query(String.class)
                .list();
        var found = new ArrayList<String>();
        boolean code = false;
        for (var name : names) {
            var rows = String.join(
                    "\n",
                    jdbc.sql("select t::text from \"" + name + "\" t")
                            .query(String.class)
                            .list());
            code |= CODE.in(rows);
            if (NOBODY.in(rows)) {
                found.add(name);
            }
        }

        assertThat(code).isTrue();
        assertThat(names).contains("vault_person", "job_row", "parked_message", "denied_attempt");
        assertThat(jdbc.sql("select count(*) from vault_person")
                        .query(Integer.class)
                        .single())
                .isPositive();
        assertThat(found).isEmpty();
    }

    @Test
    @Order(7)
    void noRecordOfAnyTopicNamesAnybody() {
        var told = topicsAsText();

        assertThat(CODE.in(told)).isTrue();
        assertThat(told).contains("LearnerEnrolled");
        assertThat(NOBODY.in(told)).isFalse();
    }

    private String topicsAsText() {
        var text = new StringBuilder();
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", kafka.bootstrap(), "exclude.internal.topics", "false"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            var partitions = consumer.listTopics().values().stream()
                    .flatMap(List::stream)
                    .map(part -> new TopicPartition(part.topic(), part.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            await(() -> {
                consumer.poll(Duration.ofMillis(100)).forEach(record -> {
                    append(text, record.key());
                    append(text, record.value());
                    record.headers().forEach(header -> append(text, header.value()));
                });
                return partitions.stream().allMatch(part -> consumer.position(part) >= ends.get(part));
            });
        }
        return text.toString();
    }

    private static void append(StringBuilder text, byte[] bytes) {
        if (bytes != null) {
            text.append(new String(bytes, StandardCharsets.ISO_8859_1))
                    .append('\n')
                    .append(new String(bytes, StandardCharsets.UTF_8))
                    .append('\n');
        }
    }

    @Test
    @Order(8)
    void noViewNamesAnybody() {
        var rows = new StringBuilder();
        try (var client = MongoClients.create(mongo.uri("personal"))) {
            var views = client.getDatabase("personal");
            for (var name : views.listCollectionNames()) {
                views.getCollection(name).find().forEach(row -> rows.append(row.toJson()));
            }
        }

        assertThat(CODE.in(rows.toString())).isTrue();
        assertThat(NOBODY.in(rows.toString())).isFalse();
    }

    @Test
    @Order(9)
    void noFileOfAnyServerNamesAnybody() {
        var postgres = Path.of(Servers.postgresServer().show("data_directory"));
        for (var data : List.of(postgres, folder.resolve("kafka"), folder.resolve("mongo"))) {
            assertThat(Files.isDirectory(data)).isTrue();
            await(() -> !CODE.under(data).isEmpty());
            assertThat(NOBODY.under(data)).as(data.toString()).isEmpty();
        }
        assertThat(CODE.under(postgres.resolve("pg_wal"))).isNotEmpty();
    }

    // ---- and is erased

    @Test
    @Order(10)
    void erasingAPersonLeavesTheTrailOfTheEventsWhole() throws Exception {
        var learners = call.get(OFFICER, CLASS.path() + "/roll").body().get("learners");
        var erased = new LearnerId(learners.get(0).get("learnerId").asString());
        var vault = service.getBean(Vault.class);
        assertThat(vault.open(erased)).isPresent();
        var before = exported("before.jsonl");
        assertThat(verified(before)).isZero();

        vault.erase(erased, "legal_officer");

        assertThat(vault.open(erased)).isEmpty();
        var after = exported("after.jsonl");
        assertThat(verified(after)).isZero();
        assertThat(events(after))
                .as("every event stands as it stood, those of the erased person among them")
                .isEqualTo(events(before))
                .anyMatch(event -> event.contains(erased.value()));
        assertThat(NOBODY.in(Files.readString(after))).isFalse();
    }

    @Test
    @Order(11)
    void theTrailGoesOnAfterAnErasureAndEvidenceOfTheErasedPersonsEventsIsTaken() throws Exception {
        var erased = jdbc.sql("select learner_id from vault_erasure")
                .query(String.class)
                .single();
        assertThat(call.post(OFFICER, CLASS.path() + "/withdrawals", Papers.leave(erased))
                        .status())
                .isBetween(200, 204);
        assertThat(enrol(BA_VI, Papers.enrol(NAME, NUMBERS + "030", "ba-vi"))).isEqualTo(201);

        var trail = service.getBean(AuditTrail.class);
        var verification = trail.verify();
        assertThat(verification.whole()).as(verification.toString()).isTrue();
        assertThat(verification.events())
                .isGreaterThan(events(folder.resolve("after.jsonl")).size());
        var about = jdbc.sql("select event_identifier from domain_event_entry where payload::text like ?")
                .param("%" + erased + "%")
                .query(String.class)
                .list();
        assertThat(about).hasSizeGreaterThan(1);
        var evidence = folder.resolve("evidence.zip");
        try (var out = Files.newOutputStream(evidence)) {
            trail.evidence(about, Map.of(), out);
        }
        assertThat(verified(evidence)).isZero();
    }

    @Test
    @Order(12)
    void anEventThatWasMadeToForgetTheErasedPersonIsFound() throws Exception {
        var erased = jdbc.sql("select learner_id from vault_erasure")
                .query(String.class)
                .single();
        var forged = folder.resolve("forged.jsonl");
        Files.writeString(
                forged, Files.readString(folder.resolve("after.jsonl")).replace(erased, "0".repeat(erased.length())));

        assertThat(verified(forged)).isEqualTo(1);
    }

    /** The whole store, as an outsider gets it. */
    private Path exported(String name) throws IOException {
        var file = folder.resolve(name);
        try (var out = Files.newOutputStream(file)) {
            service.getBean(AuditTrail.class).export(out);
        }
        return file;
    }

    /** What the command {@code ./hocvu verify} ends with. */
    private int verified(Path file) throws IOException {
        var key = folder.resolve("public.pem");
        Files.writeString(key, service.getBean(AuditTrail.class).publicKey().orElseThrow());
        return Verify.run(
                new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8),
                file.toString(),
                "--key",
                key.toString());
    }

    private static List<String> events(Path export) throws IOException {
        return Files.readAllLines(export).stream()
                .filter(line -> line.startsWith("{\"event\""))
                .toList();
    }

    private int enrol(String account, String body) {
        return call.post(account, CLASS.path() + "/enrollments", body).status();
    }

    private int send(Map<String, String> fields) {
        var form = pages.post().uri("/intakes/" + CLASS.classId() + "/enrollments");
        fields.forEach(form::param);
        return form.with(centre()).with(csrf()).exchange().getResponse().getStatus();
    }

    private String shown(String path) {
        var page = pages.get()
                .uri(path)
                .with(person(OFFICER, "truong", "ADMISSIONS_OFFICER"))
                .exchange();
        assertThat(page).hasStatusOk();
        return new String(page.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private String upload(byte[] sheet, boolean dryRun) {
        var answer = call.upload(BA_VI, CLASS.path() + "/roll-imports?dryRun=" + dryRun, sheet, Papers.FORM);
        assertThat(answer.status()).as("%s", answer).isEqualTo(202);
        return answer.header("Location");
    }

    private JsonNode finished(String location) {
        return call.await(
                BA_VI,
                location,
                job -> List.of("DONE", "FAILED").contains(job.get("state").asString()));
    }

    private JsonNode confirmed(JsonNode job) {
        var path = "/imports/" + job.get("id").asString();
        assertThat(call.post(BA_VI, path + "/confirmation", "{}").status()).isEqualTo(202);
        return call.await(
                BA_VI,
                path,
                seen -> seen.get("phase").asString().equals("APPLY")
                        && List.of("DONE", "FAILED").contains(seen.get("state").asString()));
    }

    private static RequestPostProcessor centre() {
        return person(BA_VI, "ba-vi", "CENTER_ADMIN");
    }

    private static RequestPostProcessor person(String account, String organization, String role) {
        return oidcLogin()
                .idToken(token -> token.subject(account)
                        .claim("name", account)
                        .claim("roles", List.of(role))
                        .claim("organization", organization));
    }

    private static void await(BooleanSupplier condition) {
        Awaitility.await().atMost(Duration.ofSeconds(40)).until(condition::getAsBoolean);
    }
}
