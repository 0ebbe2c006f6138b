package vn.hocvu.platform.webkit.jobs;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.hocvu.platform.eventstore.Actor;

/** Long work: imports, exports, rebuilds. Kept in PostgreSQL, done by a bounded pool, resumed after a restart. */
public interface Jobs {
    /**
     * Starts a job; the same key started again gives the same job.
     *
     * @return its id
     */
    String start(NewJob job);

    Optional<Job> find(String id);

    /** A job of this person; others' jobs are as unknown as none. */
    default Job mine(String id, Actor actor) {
        return find(id).filter(job -> job.owner().equals(actor.userId()))
                .orElseThrow(() -> new vn.hocvu.platform.webkit.NotFound("job " + id));
    }

    /** Jobs of a person, newest first. */
    List<Job> of(Actor actor);

    /**
     * Lets a job go on to its next phase, for example from {@code CHECK} to {@code APPLY}; nothing happens if it is
     * already there.
     *
     * @throws IllegalStateException if the phase before is not done
     */
    void proceed(String id, String phase);

    void cancel(String id);

    /** Rows of a phase in order, at most {@code size} from {@code offset}. */
    List<JobRow> rows(String id, String phase, int offset, int size);

    /** Rows of a phase that have an error or warning. */
    List<JobRow> remarkable(String id, String phase, int offset, int size);

    /** The file the job made, absent if it made none or it was removed after seven days. */
    Optional<ResultFile> result(String id);

    /**
     * What to start.
     *
     * @param key      the same key of the same owner starts only one job, absent for a fresh one
     * @param kind     which {@link JobWork} does it
     * @param phase    first phase, for example {@code CHECK}
     * @param title    what it is, for people
     * @param actor    who starts it
     * @param input    a record, kept as JSON
     * @param fileName name of the uploaded file
     * @param file     the uploaded file
     */
    @SuppressWarnings("ArrayRecordComponent") // a file is handed over once and never compared
    record NewJob(
            @Nullable String key,
            String kind,
            String phase,
            String title,
            Actor actor,
            Object input,
            @Nullable String fileName,
            byte @Nullable [] file) {}

    /** A file made by a job. */
    @SuppressWarnings("ArrayRecordComponent") // a file is handed over once and never compared
    record ResultFile(String name, String contentType, byte[] content) {}
}
