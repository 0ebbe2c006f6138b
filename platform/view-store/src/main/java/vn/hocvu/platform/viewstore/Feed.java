package vn.hocvu.platform.viewstore;

/** Brings facts into one generation, one turn at a time, on a thread of its own. */
interface Feed extends AutoCloseable {

    /**
     * Waits a moment for facts, folds what has come, writes rows and then the position. After a failure the feed is of no
     * use any more: a new one begins at the stored position.
     *
     * @return how many facts came
     */
    int turn();

    /** True once everything that was there at the last look has been folded. */
    boolean caughtUp();

    /** Facts folded, and facts known to exist. */
    Progress progress();

    /** How far a rebuild has come. */
    record Progress(long done, long total) {}

    @Override
    void close();
}
