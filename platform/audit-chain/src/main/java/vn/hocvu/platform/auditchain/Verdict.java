package vn.hocvu.platform.auditchain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a verification found.
 *
 * @param origin       whose log it is
 * @param exportedAt   when the store was read
 * @param events       events whose hashes were computed anew
 * @param leaves       leaves of the log
 * @param covered      leaves that the last checkpoint vouches for
 * @param entries      signed entries
 * @param lastSigned   when the last of them was signed
 * @param keys         keys that signed, in their order
 * @param comparedWith entries of the copy outside the database that were compared
 * @param problems     the first problems, in the order of the log
 * @param problemCount all of them
 */
public record Verdict(
        @Nullable String origin,
        @Nullable Instant exportedAt,
        long events,
        long leaves,
        long covered,
        long entries,
        @Nullable Instant lastSigned,
        List<VerifyingKey> keys,
        long comparedWith,
        List<Problem> problems,
        long problemCount) {
    public Verdict {
        keys = List.copyOf(keys);
        problems = List.copyOf(problems);
    }

    public boolean whole() {
        return problemCount == 0;
    }

    /** The first problem that names an event, else the first of all. */
    public Optional<Problem> firstBad() {
        return problems.stream()
                .filter(problem -> problem.aggregate() != null)
                .findFirst()
                .or(() -> problems.stream().findFirst());
    }
}
