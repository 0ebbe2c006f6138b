package vn.hocvu.platform.webkit.jobs;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import vn.hocvu.platform.eventstore.Actor;

/** What a running job has at hand. */
public interface JobRun {
    Job job();

    /** Which phase to do. */
    default String phase() {
        return job().phase();
    }

    /** What the job was started with. */
    <T> T input(Class<T> type);

    /**
     * The uploaded file.
     *
     * @throws IllegalStateException if the job was started without one
     */
    InputStream file() throws IOException;

    /** Who started it; orders are given in this person's name. */
    Actor actor();

    /** Command id of a row: the same row of the same job always gives the same id. */
    default String commandId(int row) {
        return "job:" + job().id() + ':' + row;
    }

    /** How many rows there are. */
    void total(int rows);

    /** True if the row was reported in this phase before a break. */
    boolean finished(int row);

    /** Reports a row; progress counts with it. */
    void row(JobRow row);

    /** Rows of an earlier phase, for example those that the check found good. */
    List<JobRow> rows(String phase);

    /** True when the owner has ended the job; the work should return soon. */
    boolean cancelled();

    /** Keeps a file as the job's result for seven days. */
    void result(String fileName, String contentType, byte[] content);

    /** What the job says at its end: a message key or plain text. */
    void message(String text);
}
