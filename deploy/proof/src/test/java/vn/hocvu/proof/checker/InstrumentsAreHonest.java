package vn.hocvu.proof.checker;

import java.util.stream.Stream;

/** When all is quiet no instrument says that something lags, misses or is parked; and the instruments are there. */
final class InstrumentsAreHonest implements Rule {
    @Override
    public String promise() {
        return "I9 honest instruments";
    }

    @Override
    public Stream<String> differences(Evidence evidence) {
        if (evidence.meters().isEmpty()) return Stream.of("no instrument answered");
        return evidence.meters().stream()
                .filter(meter -> meter.value() != 0)
                .map(meter -> meter.program() + ": " + meter.name() + " says " + meter.value());
    }
}
