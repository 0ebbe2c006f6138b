package vn.hocvu.platform.webkit.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;
import vn.hocvu.platform.eventstore.Actor;
import vn.hocvu.platform.webkit.FileCipher;

class StoredJobsTest {
    private static final Actor AN = new Actor("an", Set.of("ADMISSIONS_OFFICER"), "truong");
    private static EmbeddedPostgres postgres;
    private static DataSource source;
    private static int serial;

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final List<StoredJobs> started = new ArrayList<>();

    record Input(String classId) {}

    @BeforeAll
    static void startPostgres() throws Exception {
        postgres = EmbeddedPostgres.start();
        source = postgres.getPostgresDatabase();
        new ResourceDatabasePopulator(new ClassPathResource("db/webkit/V201__jobs.sql")).execute(source);
    }

    @AfterAll
    static void stopPostgres() throws Exception {
        postgres.close();
    }

    @AfterEach
    void stopJobs() {
        started.forEach(StoredJobs::stop);
    }

    private StoredJobs service(JobWork... works) {
        var jobs = new StoredJobs(
                JdbcClient.create(source),
                new TransactionTemplate(new DataSourceTransactionManager(source)),
                JsonMapper.builder().build(),
                new FileCipher("secret"),
                Clock.systemUTC(),
                () -> "job-" + ++serial,
                1,
                Duration.ofSeconds(2),
                Duration.ofDays(7),
                new ObjectProvider<>() {
                    @Override
                    public Stream<JobWork> stream() {
                        return Arrays.stream(works);
                    }
                },
                new JobMeters(meters));
        started.add(jobs);
        return jobs;
    }

    private static JobWork work(String kind, Work work) {
        return new JobWork() {
            @Override
            public String kind() {
                return kind;
            }

            @Override
            public void run(JobRun run) throws Exception {
                work.run(run);
            }
        };
    }

    private interface Work {
        void run(JobRun run) throws Exception;
    }

    private static Jobs.NewJob job(String key, String kind) {
        return new Jobs.NewJob(
                key,
                kind,
                "CHECK",
                "Nhập danh sách",
                AN,
                new Input("c1"),
                "roll.xlsx",
                "Nguyễn".getBytes(StandardCharsets.UTF_8));
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        var deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        var latch = new CountDownLatch(1);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(deadline);
            latch.await(20, TimeUnit.MILLISECONDS);
        }
    }

    @Test
    void aDryRunWaitsForItsConfirmationAndIsThenApplied() throws Exception {
        var jobs = service(work("dry", run -> {
            assertThat(run.input(Input.class).classId()).isEqualTo("c1");
            assertThat(new String(run.file().readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo("Nguyễn");
            assertThat(run.actor()).isEqualTo(AN);
            run.total(2);
            run.row(JobRow.ok(5, Map.of("name", "An"), run.phase().equals("APPLY") ? "learner-1" : null));
            run.row(JobRow.error(6, Map.of("name", ""), List.of(JobRow.CellMessage.of("name", "error.required"))));
            if (run.phase().equals("APPLY")) {
                assertThat(run.rows("CHECK")).hasSize(2);
                run.result("ket-qua.xlsx", "x", new byte[] {1, 2});
            }
        }));
        jobs.start();

        var id = jobs.start(job("dry-1", "dry"));
        await(() -> jobs.find(id).orElseThrow().state() == Job.State.DONE);

        assertThat(jobs.start(job("dry-1", "dry"))).as("same key, same job").isEqualTo(id);
        assertThat(jobs.find(id).orElseThrow()).satisfies(j -> {
            assertThat(j.phase()).isEqualTo("CHECK");
            assertThat(j.done()).isEqualTo(2);
            assertThat(j.errors()).isEqualTo(1);
            assertThat(j.fine()).isEqualTo(1);
        });
        assertThat(jobs.remarkable(id, "CHECK", 0, 10))
                .singleElement()
                .satisfies(r -> assertThat(r.number()).isEqualTo(6));
        assertThat(jobs.mine(id, AN).owner()).isEqualTo("an");
        assertThatThrownBy(() -> jobs.mine(id, new Actor("binh", Set.of(), null)))
                .isInstanceOf(vn.hocvu.platform.webkit.NotFound.class);

        jobs.proceed(id, "APPLY");
        await(() -> jobs.find(id).orElseThrow().phase().equals("APPLY")
                && jobs.find(id).orElseThrow().state() == Job.State.DONE);

        jobs.proceed(id, "APPLY");
        assertThat(jobs.rows(id, "APPLY", 0, 10)).extracting(JobRow::result).containsExactly("learner-1", null);
        assertThat(jobs.result(id).orElseThrow().content()).containsExactly(1, 2);
    }

    @Test
    void aJobGoesOnAfterARestartWithoutDoingARowTwice() throws Exception {
        var done = Collections.synchronizedList(new ArrayList<Integer>());
        var half = new CountDownLatch(1);
        var never = new CountDownLatch(1);
        var first = service(work("long", run -> {
            run.total(60);
            for (int row = 1; row <= 60; row++) {
                if (row == 51) {
                    half.countDown();
                    never.await();
                }
                done.add(row);
                run.row(JobRow.ok(row, Map.of(), null));
            }
        }));
        first.start();
        var id = first.start(job("long-1", "long"));
        assertThat(half.await(20, TimeUnit.SECONDS)).isTrue();
        first.stop();
        assertThat(first.find(id).orElseThrow().state()).isEqualTo(Job.State.RUNNING);

        var second = service(work("long", run -> {
            run.total(60);
            for (int row = 1; row <= 60; row++) {
                if (run.finished(row)) {
                    continue;
                }
                done.add(row);
                run.row(JobRow.ok(row, Map.of(), null));
            }
        }));
        second.start();
        await(() -> second.find(id).orElseThrow().state() == Job.State.DONE);

        assertThat(done).hasSize(60).doesNotHaveDuplicates();
        assertThat(second.find(id).orElseThrow().done()).isEqualTo(60);
    }

    @Test
    void aFaultIsToldWithoutItsTextAndACancelledJobStops() throws Exception {
        var running = new CountDownLatch(1);
        var jobs = service(
                work("faulty", run -> {
                    throw new IllegalStateException("jdbc:secret");
                }),
                work("endless", run -> {
                    running.countDown();
                    for (int row = 1; ; row++) {
                        run.row(JobRow.ok(row, Map.of(), null));
                    }
                }));
        jobs.start();
        assertThat(failed("faulty")).isZero();

        var faulty = jobs.start(job("faulty-1", "faulty"));
        await(() -> jobs.find(faulty).orElseThrow().finished());
        assertThat(failed("faulty")).isEqualTo(1);
        assertThat(jobs.find(faulty).orElseThrow().message()).isEqualTo("job.failed");

        var endless = jobs.start(job("endless-1", "endless"));
        assertThat(running.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(meters.get("hocvu.jobs.running")
                        .tag("kind", "endless")
                        .gauge()
                        .value())
                .isEqualTo(1);
        jobs.cancel(endless);
        var next = jobs.start(job("faulty-2", "faulty"));
        await(() -> jobs.find(next).orElseThrow().finished());
        assertThat(jobs.find(endless).orElseThrow().state()).isEqualTo(Job.State.CANCELLED);
        assertThat(failed("endless")).isZero();
        await(() ->
                meters.get("hocvu.jobs.running").tag("kind", "endless").gauge().value() == 0);
    }

    private double failed(String kind) {
        return meters.get("hocvu.jobs.failed").tag("kind", kind).counter().count();
    }

    @Test
    void filesAndRowsLieEncrypted() throws Exception {
        var jobs = service(work("sealed", run -> run.row(JobRow.ok(1, Map.of("name", "Trần Thị Bí Mật"), null))));
        jobs.start();
        var id = jobs.start(job("sealed-1", "sealed"));
        await(() -> jobs.find(id).orElseThrow().finished());

        var raw = JdbcClient.create(source)
                .sql("select file || (select content from job_row where job_id = :id) from job where id = :id")
                .param("id", id)
                .query(byte[].class)
                .single();
        assertThat(new String(raw, StandardCharsets.UTF_8)).doesNotContain("Nguyễn", "Trần Thị", "name");
        assertThat(jobs.rows(id, "CHECK", 0, 1).getFirst().cells()).containsEntry("name", "Trần Thị Bí Mật");
    }
}
