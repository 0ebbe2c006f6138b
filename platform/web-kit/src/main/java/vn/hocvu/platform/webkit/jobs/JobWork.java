package vn.hocvu.platform.webkit.jobs;

/** How one kind of job is done; one bean per kind. Runs again from its start after a break, so it must bear that. */
public interface JobWork {
    /** Stable name of the kind, for example {@code roll-import}. */
    String kind();

    /**
     * Does the phase that {@link JobRun#phase()} names, reporting row by row. Rows that {@link JobRun#finished} names
     * were done before a break and are skipped. After a crash the last few rows may be done again: orders given under
     * {@link JobRun#commandId} are carried out once all the same. An exception fails the job.
     */
    void run(JobRun run) throws Exception;
}
