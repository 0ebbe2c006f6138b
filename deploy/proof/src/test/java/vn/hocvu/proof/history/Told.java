package vn.hocvu.proof.history;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a client was told about an order, once; the same order may be asked again.
 *
 * @param answer   how it was answered
 * @param version  last sequence of the aggregate as answered, -1 when none was given
 * @param detail   the answer in words, for people who look for a difference
 * @param invoked  when it was asked
 * @param answered when the answer came, or when the client gave up
 */
public record Told(
        Order order, Answer answer, long version, @Nullable String detail, Instant invoked, Instant answered) {

    /** How an order can end for the one who gave it. */
    public enum Answer {
        /** It was done. */
        OK,
        /** It was refused. */
        REFUSED,
        /** Nobody knows: no answer came, or one that leaves it open. */
        UNKNOWN
    }
}
