package vn.hocvu.local;

import org.jspecify.annotations.Nullable;

/**
 * What a part is doing.
 *
 * @param name     the part
 * @param title    what it is
 * @param phase    where it stands
 * @param pid      its process, 0 when it has none
 * @param started  when that process started, milliseconds since 1970; tells a process from another with the same number
 * @param restarts how often it ended by itself and was started again
 * @param address  where people find it, if they do
 * @param note     what is worth knowing, such as how it ended
 */
record PartState(
        String name,
        String title,
        Phase phase,
        long pid,
        long started,
        int restarts,
        @Nullable String address,
        @Nullable String note) {

    enum Phase {
        WAITING,
        STARTING,
        READY,
        CRASHED,
        STOPPED
    }

    PartState in(Phase next) {
        return new PartState(name, title, next, pid, started, restarts, address, note);
    }

    PartState running(long process, long since) {
        return new PartState(name, title, Phase.STARTING, process, since, restarts, address, note);
    }

    PartState crashed(String how) {
        return new PartState(name, title, Phase.CRASHED, 0, 0, restarts + 1, address, how);
    }

    PartState stopped() {
        return new PartState(name, title, Phase.STOPPED, 0, 0, restarts, address, note);
    }
}
