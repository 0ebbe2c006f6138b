package vn.hocvu.platform.eventstream.relay;

/** A place where tests stop the relay as a crash would; outside of tests nothing happens here. */
@FunctionalInterface
interface Failpoint {
    void hit(String place);
}
