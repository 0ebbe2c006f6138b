package vn.hocvu.platform.webkit.jobs;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One piece of long work and how far it is.
 *
 * @param id          its identity, part of its address
 * @param kind        which {@link JobWork} does it
 * @param phase       what it is doing now, for example {@code CHECK} then {@code APPLY}
 * @param owner       sign-in name of who started it
 * @param input       what the work was started with, as JSON
 * @param fileName    name of the uploaded file, for display only
 * @param resultName  name of the file it made, absent if it made none
 * @param done        rows done in this phase
 * @param total       rows there are, 0 while unknown
 * @param errors      rows that failed or would fail
 * @param warnings    rows done with a warning
 * @param message     why it failed, or what it says at the end; a message key or plain text
 */
public record Job(
        String id,
        String kind,
        String phase,
        State state,
        String owner,
        @Nullable String organization,
        String title,
        String input,
        @Nullable String fileName,
        @Nullable String resultName,
        int done,
        int total,
        int errors,
        int warnings,
        @Nullable String message,
        Instant createdAt,
        Instant updatedAt) {

    /** Where a job stands. */
    public enum State {
        /** Waits for a free worker. */
        QUEUED,
        /** Is being worked on. */
        RUNNING,
        /** Its phase is complete; a dry run then waits for its confirmation. */
        DONE,
        /** Could not go on; the message says why. */
        FAILED,
        /** Ended by its owner. */
        CANCELLED
    }

    public boolean finished() {
        return state == State.DONE || state == State.FAILED || state == State.CANCELLED;
    }

    /** Rows without error or warning. */
    public int fine() {
        return Math.max(0, done - errors - warnings);
    }

    /** 0 to 100; 100 for an empty job that is done. */
    public int percent() {
        if (total == 0) {
            return state == State.DONE ? 100 : 0;
        }
        return (int) Math.min(100, 100L * done / total);
    }
}
