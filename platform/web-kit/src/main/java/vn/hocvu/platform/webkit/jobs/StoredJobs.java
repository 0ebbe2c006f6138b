package vn.hocvu.platform.webkit.jobs;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;
import vn.hocvu.platform.eventstore.Actor;
import vn.hocvu.platform.eventstore.Ids;
import vn.hocvu.platform.webkit.FileCipher;

/**
 * Jobs in PostgreSQL. A worker claims a job for a short lease and renews it; a job whose lease has run out, because its
 * service was stopped or broke, is claimed again and goes on after its last reported row.
 */
final class StoredJobs implements Jobs, SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(StoredJobs.class);
    private static final String COLUMNS =
            "id, kind, phase, state, owner, organization, title, input, file_name, result_name, done, total, errors,"
                    + " warnings, message, created_at, updated_at";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final JsonMapper json;
    private final FileCipher cipher;
    private final Clock clock;
    private final Ids ids;
    private final Duration lease;
    private final Duration keep;
    private final ObjectProvider<JobWork> works;
    private final JobMeters meters;
    private final String worker;
    private final int workers;
    private final Semaphore free;
    private final Set<String> running = ConcurrentHashMap.newKeySet();
    private volatile @Nullable ExecutorService pool;
    private volatile @Nullable ScheduledExecutorService timer;

    StoredJobs(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            JsonMapper json,
            FileCipher cipher,
            Clock clock,
            Ids ids,
            int workers,
            Duration lease,
            Duration keep,
            ObjectProvider<JobWork> works,
            JobMeters meters) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.json = json;
        this.cipher = cipher;
        this.clock = clock;
        this.ids = ids;
        this.lease = lease;
        this.keep = keep;
        this.works = works;
        this.meters = meters;
        this.worker = ids.next();
        this.workers = workers;
        this.free = new Semaphore(workers);
    }

    // What callers see

    @Override
    public String start(NewJob job) {
        var id = ids.next();
        var key = job.key() == null ? id : job.key();
        var now = now();
        var file = job.file();
        var made = jdbc.sql("""
                        insert into job (id, job_key, kind, phase, state, owner, owner_roles, organization, title, input,
                                         file_name, file, created_at, updated_at)
                        values (:id, :key, :kind, :phase, 'QUEUED', :owner, :roles, :organization, :title, :input,
                                :fileName, :file, :now, :now)
                        on conflict (owner, job_key) do nothing
                        """)
                .param("id", id)
                .param("key", key)
                .param("kind", job.kind())
                .param("phase", job.phase())
                .param("owner", job.actor().userId())
                .param("roles", String.join(",", job.actor().roles()))
                .param("organization", job.actor().organization())
                .param("title", job.title())
                .param("input", json.writeValueAsString(job.input()))
                .param("fileName", job.fileName())
                .param("file", file == null ? null : cipher.seal(file))
                .param("now", now)
                .update();
        if (made == 0) {
            return jdbc.sql("select id from job where owner = :owner and job_key = :key")
                    .param("owner", job.actor().userId())
                    .param("key", key)
                    .query(String.class)
                    .single();
        }
        wake();
        return id;
    }

    @Override
    public Optional<Job> find(String id) {
        return jdbc.sql("select " + COLUMNS + " from job where id = :id")
                .param("id", id)
                .query(StoredJobs::job)
                .optional();
    }

    @Override
    public List<Job> of(Actor actor) {
        return jdbc.sql("select " + COLUMNS + " from job where owner = :owner order by created_at desc limit 100")
                .param("owner", actor.userId())
                .query(StoredJobs::job)
                .list();
    }

    @Override
    public void proceed(String id, String phase) {
        var changed = jdbc.sql("""
                        update job set phase = :phase, state = 'QUEUED', done = 0, errors = 0, warnings = 0,
                                       message = null, updated_at = :now, claimed_until = null
                        where id = :id and state = 'DONE' and phase <> :phase
                        """)
                .param("phase", phase)
                .param("id", id)
                .param("now", now())
                .update();
        if (changed == 0) {
            var job = find(id).orElseThrow(() -> new vn.hocvu.platform.webkit.NotFound("job " + id));
            if (!job.phase().equals(phase)) {
                throw new IllegalStateException("job " + id + " is " + job.state() + " in " + job.phase());
            }
        }
        wake();
    }

    @Override
    public void cancel(String id) {
        jdbc.sql(
                        "update job set state = 'CANCELLED', updated_at = :now where id = :id and state in ('QUEUED', 'RUNNING')")
                .param("id", id)
                .param("now", now())
                .update();
    }

    @Override
    public List<JobRow> rows(String id, String phase, int offset, int size) {
        return rowsWhere("", id, phase, offset, size);
    }

    @Override
    public List<JobRow> remarkable(String id, String phase, int offset, int size) {
        return rowsWhere("and status <> 'OK'", id, phase, offset, size);
    }

    private List<JobRow> rowsWhere(String which, String id, String phase, int offset, int size) {
        return jdbc.sql("select content from job_row where job_id = :id and phase = :phase " + which
                        + " order by row_number offset :offset limit :size")
                .param("id", id)
                .param("phase", phase)
                .param("offset", offset)
                .param("size", size)
                .query((row, n) -> json.readValue(cipher.open(row.getBytes(1)), JobRow.class))
                .list();
    }

    @Override
    public Optional<ResultFile> result(String id) {
        return jdbc.sql("select result_name, result_type, result from job where id = :id and result is not null")
                .param("id", id)
                .query((row, n) -> new ResultFile(row.getString(1), row.getString(2), cipher.open(row.getBytes(3))))
                .optional();
    }

    private static Job job(ResultSet row, int number) throws SQLException {
        return new Job(
                row.getString("id"),
                row.getString("kind"),
                row.getString("phase"),
                Job.State.valueOf(row.getString("state")),
                row.getString("owner"),
                row.getString("organization"),
                row.getString("title"),
                row.getString("input"),
                row.getString("file_name"),
                row.getString("result_name"),
                row.getInt("done"),
                row.getInt("total"),
                row.getInt("errors"),
                row.getInt("warnings"),
                row.getString("message"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("updated_at").toInstant());
    }

    // The work itself

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // both tasks catch and log whatever happens to them
    public void start() {
        works.stream().map(JobWork::kind).forEach(meters::know);
        pool = Executors.newFixedThreadPool(
                workers, Thread.ofPlatform().name("job-", 0).factory());
        var ticking = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("jobs").daemon().factory());
        timer = ticking;
        var beat = Math.max(200, lease.toMillis() / 5);
        ticking.scheduleWithFixedDelay(this::tick, 100, beat, TimeUnit.MILLISECONDS);
        ticking.scheduleWithFixedDelay(this::tidy, 1, 60, TimeUnit.MINUTES);
    }

    @Override
    public void stop() {
        var ticking = timer;
        var working = pool;
        timer = null;
        pool = null;
        if (ticking != null) {
            ticking.shutdownNow();
        }
        if (working != null) {
            working.shutdownNow();
            try {
                if (!working.awaitTermination(5, TimeUnit.SECONDS)) {
                    log.warn("A job did not stop in time; it goes on after the next start");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            release();
        }
    }

    /** Lets others go on at once with what was not finished here. */
    private void release() {
        try {
            jdbc.sql("update job set claimed_until = :now where worker = :worker and state = 'RUNNING'")
                    .param("now", now())
                    .param("worker", worker)
                    .update();
        } catch (RuntimeException e) {
            log.atInfo().log("Unfinished jobs could not be released; they go on when their lease has run out");
        }
    }

    @Override
    public boolean isRunning() {
        return timer != null;
    }

    private void wake() {
        var ticking = timer;
        if (ticking != null) {
            ticking.execute(this::tick);
        }
    }

    /** Renews the leases of what runs here and takes what waits, as far as workers are free. */
    private void tick() {
        try {
            renew();
            while (free.tryAcquire()) {
                var next = claim();
                var working = pool;
                if (next == null || working == null) {
                    free.release();
                    return;
                }
                running.add(next);
                working.execute(() -> {
                    try {
                        work(next);
                    } finally {
                        running.remove(next);
                        free.release();
                        wake();
                    }
                });
            }
        } catch (RuntimeException e) {
            log.atWarn().setCause(e).log("Waiting jobs could not be looked for; the next look follows soon");
        }
    }

    private void renew() {
        for (var id : running) {
            jdbc.sql("update job set claimed_until = :until where id = :id and worker = :worker and state = 'RUNNING'")
                    .param("until", Timestamp.from(clock.instant().plus(lease)))
                    .param("id", id)
                    .param("worker", worker)
                    .update();
        }
    }

    private @Nullable String claim() {
        return jdbc.sql("""
                        update job set state = 'RUNNING', worker = :worker, claimed_until = :until, updated_at = :now
                        where id = (select id from job
                                    where state = 'QUEUED' or (state = 'RUNNING' and claimed_until <= :now)
                                    order by created_at limit 1 for update skip locked)
                        returning id
                        """)
                .param("worker", worker)
                .param("until", Timestamp.from(clock.instant().plus(lease)))
                .param("now", now())
                .query(String.class)
                .optional()
                .orElse(null);
    }

    private void work(String id) {
        var job = find(id).orElseThrow();
        meters.begins(job.kind());
        try {
            work(id, job);
        } finally {
            meters.ends(job.kind());
        }
    }

    private void work(String id, Job job) {
        var run = new Run(job);
        try {
            var work = works.stream()
                    .filter(w -> w.kind().equals(job.kind()))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("nobody does jobs of kind " + job.kind()));
            work.run(run);
            run.flush();
            finish(id, "DONE", run.message);
            log.atInfo()
                    .addKeyValue("job", id)
                    .addKeyValue("kind", job.kind())
                    .addKeyValue("phase", job.phase())
                    .log("Job done");
        } catch (Ended e) {
            log.atInfo().addKeyValue("job", id).log("Job ended by its owner or taken over");
        } catch (vn.hocvu.platform.webkit.sheets.SheetRefused e) {
            finish(id, "FAILED", e.messageKey());
        } catch (Exception e) {
            if (pool == null || Thread.currentThread().isInterrupted()) {
                run.keepReported();
                log.atInfo()
                        .addKeyValue("job", id)
                        .log("Job interrupted by the stop of the service; it goes on afterwards");
                return;
            }
            log.atError()
                    .addKeyValue("job", id)
                    .addKeyValue("kind", job.kind())
                    .setCause(e)
                    .log("Job failed; its owner was told");
            meters.failed(job.kind());
            finish(id, "FAILED", "job.failed");
        }
    }

    private void finish(String id, String state, @Nullable String message) {
        jdbc.sql("""
                        update job set state = :state, message = coalesce(:message, message), updated_at = :now,
                                       claimed_until = null
                        where id = :id and worker = :worker and state = 'RUNNING'
                        """)
                .param("state", state)
                .param("message", message)
                .param("id", id)
                .param("worker", worker)
                .param("now", now())
                .update();
    }

    /** Files and rows go after some days, the job's own line stays. */
    private void tidy() {
        try {
            var before = Timestamp.from(clock.instant().minus(keep));
            jdbc.sql(
                            "update job set file = null, result = null, result_name = null where updated_at < :before and (file is not null or result is not null)")
                    .param("before", before)
                    .update();
            jdbc.sql("delete from job_row where job_id in (select id from job where updated_at < :before)")
                    .param("before", before)
                    .update();
        } catch (RuntimeException e) {
            log.atWarn().setCause(e).log("Old files of jobs could not be removed; the next attempt follows in an hour");
        }
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    /** The job is no longer this worker's. */
    private static final class Ended extends RuntimeException {}

    private final class Run implements JobRun {
        private static final int BATCH = 25;
        private static final Duration AT_MOST = Duration.ofMillis(250);

        private final Job job;
        private final Set<Integer> before;
        private final List<JobRow> pending = new java.util.ArrayList<>();
        private Instant flushed = clock.instant();
        private @Nullable String message;

        Run(Job job) {
            this.job = job;
            this.before = new HashSet<>(jdbc.sql("select row_number from job_row where job_id = :id and phase = :phase")
                    .param("id", job.id())
                    .param("phase", job.phase())
                    .query(Integer.class)
                    .list());
        }

        @Override
        public Job job() {
            return job;
        }

        @Override
        public <T> T input(Class<T> type) {
            return json.readValue(job.input(), type);
        }

        @Override
        public InputStream file() {
            var sealed = jdbc.sql("select file from job where id = :id and file is not null")
                    .param("id", job.id())
                    .query(byte[].class)
                    .optional()
                    .orElseThrow(() -> new IllegalStateException("job " + job.id() + " has no file"));
            return new ByteArrayInputStream(cipher.open(sealed));
        }

        @Override
        public Actor actor() {
            var roles = jdbc.sql("select owner_roles from job where id = :id")
                    .param("id", job.id())
                    .query(String.class)
                    .single();
            return new Actor(
                    job.owner(),
                    Arrays.stream(roles.split(",")).filter(r -> !r.isEmpty()).collect(Collectors.toSet()),
                    job.organization());
        }

        @Override
        public void total(int rows) {
            jdbc.sql("update job set total = :rows where id = :id")
                    .param("rows", rows)
                    .param("id", job.id())
                    .update();
        }

        @Override
        public boolean finished(int row) {
            return before.contains(row);
        }

        @Override
        public void row(JobRow row) {
            pending.add(row);
            if (pending.size() >= BATCH
                    || Duration.between(flushed, clock.instant()).compareTo(AT_MOST) > 0) {
                flush();
            }
        }

        /** What was reported before an orderly stop is kept, so that it is not done again. */
        void keepReported() {
            try {
                flush();
            } catch (RuntimeException e) {
                log.atInfo()
                        .addKeyValue("job", job.id())
                        .log(
                                "The last rows of an interrupted job were not kept; they are done again under the same command ids");
            }
        }

        void flush() {
            flushed = clock.instant();
            var stopping = Thread.interrupted(); // an interrupted thread gets no connection
            try {
                save();
            } finally {
                if (stopping) {
                    Thread.currentThread().interrupt();
                }
            }
            if (stopping) {
                throw new Ended();
            }
        }

        private void save() {
            transaction.executeWithoutResult(status -> {
                for (var row : pending) {
                    jdbc.sql("""
                                    insert into job_row (job_id, phase, row_number, status, content)
                                    values (:id, :phase, :number, :status, :content)
                                    on conflict (job_id, phase, row_number)
                                    do update set status = excluded.status, content = excluded.content
                                    """)
                            .param("id", job.id())
                            .param("phase", job.phase())
                            .param("number", row.number())
                            .param("status", row.status().name())
                            .param("content", cipher.seal(json.writeValueAsBytes(row)))
                            .update();
                }
                var mine = jdbc.sql("""
                                update job set updated_at = :now, claimed_until = :until,
                                       done = r.done, errors = r.errors, warnings = r.warnings
                                from (select count(*) as done, count(*) filter (where status = 'ERROR') as errors,
                                             count(*) filter (where status = 'WARNING') as warnings
                                      from job_row where job_id = :id and phase = :phase) r
                                where id = :id and worker = :worker and state = 'RUNNING'
                                """)
                        .param("now", now())
                        .param("until", Timestamp.from(clock.instant().plus(lease)))
                        .param("id", job.id())
                        .param("phase", job.phase())
                        .param("worker", worker)
                        .update();
                if (mine == 0) {
                    throw new Ended();
                }
            });
            pending.clear();
        }

        @Override
        public List<JobRow> rows(String phase) {
            return StoredJobs.this.rows(job.id(), phase, 0, Integer.MAX_VALUE);
        }

        @Override
        public boolean cancelled() {
            return !jdbc.sql("select state from job where id = :id")
                    .param("id", job.id())
                    .query(String.class)
                    .single()
                    .equals("RUNNING");
        }

        @Override
        public void result(String fileName, String contentType, byte[] content) {
            jdbc.sql("update job set result_name = :name, result_type = :type, result = :content where id = :id")
                    .param("name", fileName)
                    .param("type", contentType)
                    .param("content", cipher.seal(content))
                    .param("id", job.id())
                    .update();
        }

        @Override
        public void message(String text) {
            message = text;
        }
    }
}
