package vn.hocvu.bench.servers;

/** What is to be stopped when the measurement is interrupted. */
public final class Hooks {
    private Hooks() {}

    /** Takes a hook back; one that is at work already stays. */
    @SuppressWarnings("EmptyCatch") // the hook is doing what its owner would do next
    public static void remove(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException atWork) {
            // The process is ending.
        }
    }
}
