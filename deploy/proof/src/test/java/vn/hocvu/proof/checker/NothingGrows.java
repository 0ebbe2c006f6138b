package vn.hocvu.proof.checker;

import java.util.stream.Stream;

/** Queues, tokens and books stay below their limits. */
final class NothingGrows implements Rule {
    @Override
    public String promise() {
        return "I8 bounded";
    }

    @Override
    public Stream<String> differences(Evidence evidence) {
        return evidence.limits().stream()
                .filter(limit -> limit.measured() > limit.most())
                .map(limit -> limit.what() + " is " + limit.measured() + ", at most " + limit.most());
    }
}
