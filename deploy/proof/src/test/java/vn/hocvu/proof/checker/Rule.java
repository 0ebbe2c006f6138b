package vn.hocvu.proof.checker;

import java.util.stream.Stream;

/** One promise, tested against the evidence. */
interface Rule {
    /** The promise's number and name. */
    String promise();

    /** Every difference, each in full. */
    Stream<String> differences(Evidence evidence);
}
