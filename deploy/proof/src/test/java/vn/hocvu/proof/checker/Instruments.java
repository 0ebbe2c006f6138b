package vn.hocvu.proof.checker;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import vn.hocvu.proof.checker.Evidence.Meter;
import vn.hocvu.proof.load.Api;
import vn.hocvu.proof.system.Service;
import vn.hocvu.proof.system.Waiting;

/** The meters of the services as a collector reads them. */
final class Instruments {
    /** They follow by themselves; how soon is measured elsewhere. */
    private static final Duration SETTLING = Duration.ofMinutes(2);

    private static final Pattern METER = Pattern.compile("(?m)^(hocvu_[a-z_]+)(\\{[^}]*})? (\\S+)");
    /** Instruments that say zero when nothing lags, misses or is parked. */
    private static final List<String> ZERO = List.of(
            "hocvu_relay_lag_seconds",
            "hocvu_relay_backlog_events",
            "hocvu_relay_reconciliation_missing_events_total",
            "hocvu_policy_lag_seconds",
            "hocvu_view_lag_seconds",
            "hocvu_parked_keys",
            "hocvu_sequence_missing_total");

    private final Api api;

    Instruments(Api api) {
        this.api = api;
    }

    /** All that should say zero at a quiet moment, once they do or the patience is over. */
    List<Meter> atRest() {
        var last = new AtomicReference<List<Meter>>(List.of());
        Waiting.within(SETTLING, () -> {
            last.set(Arrays.stream(Service.values())
                    .flatMap(service -> read(service.word(), ZERO).stream())
                    .toList());
            return !last.get().isEmpty() && last.get().stream().allMatch(meter -> meter.value() == 0);
        });
        return last.get();
    }

    /** One instrument of a program now, summed over its tags; -1 if it does not answer. */
    double now(String program, String name) {
        var found = read(program, List.of(name));
        return found.isEmpty() ? -1 : found.stream().mapToDouble(Meter::value).sum();
    }

    private List<Meter> read(String program, List<String> names) {
        var meters = new ArrayList<Meter>();
        var lines = METER.matcher(api.meters(program));
        while (lines.find()) {
            if (names.contains(lines.group(1))) {
                var tags = lines.group(2) == null ? "" : lines.group(2);
                meters.add(new Meter(program, lines.group(1) + tags, Double.parseDouble(lines.group(3))));
            }
        }
        return meters;
    }
}
