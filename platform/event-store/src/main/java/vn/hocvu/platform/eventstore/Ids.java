package vn.hocvu.platform.eventstore;

/** Gives identities that sort by the time they were given (UUID version 7). */
@FunctionalInterface
public interface Ids {
    String next();
}
