package vn.hocvu.proof.checker;

import java.util.Objects;
import java.util.stream.Stream;

/** Every row equals a fresh fold of the same facts; no row is missing and none is too many. */
final class RowsEqualAFreshFold implements Rule {
    @Override
    public String promise() {
        return "I5 views are right";
    }

    @Override
    public Stream<String> differences(Evidence evidence) {
        return evidence.rows().stream()
                .filter(pair -> !Objects.equals(pair.kept(), pair.fresh()))
                .map(pair -> "%s, view %s, row %s\n  kept:  %s\n  fresh: %s"
                        .formatted(pair.service(), pair.view(), pair.key(), pair.kept(), pair.fresh()));
    }
}
