package vn.hocvu.reporting.views.journal;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.hocvu.platform.viewstore.PageOf;
import vn.hocvu.platform.viewstore.RowQuery;
import vn.hocvu.platform.viewstore.Sort;
import vn.hocvu.platform.viewstore.Views;

/** The journal of all services, the newest fact first. */
public final class Journal {
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final int DEEPEST = 20_000;
    private static final String SERVICE = "service";
    private static final String OWN = "reporting";
    private static final Comparator<JournalRow> NEWEST = Comparator.comparing(
                    JournalRow::recordedAt, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(JournalRow::eventId)
            .reversed();

    private final Views views;

    /**
     * Days of recording, both included, each open if absent.
     */
    public record Period(@Nullable LocalDate from, @Nullable LocalDate until) {
        public static final Period ANY = new Period(null, null);

        private @Nullable Long first() {
            return from == null ? null : micros(from);
        }

        private @Nullable Long last() {
            return until == null ? null : micros(until.plusDays(1)) - 1;
        }

        private static long micros(LocalDate day) {
            return day.atStartOfDay(ZONE).toEpochSecond() * 1_000_000;
        }
    }

    public Journal(Views views) {
        this.views = views;
    }

    /** One fact by its id. */
    public Optional<JournalRow> find(String eventId) {
        return views.rows(JournalView.class)
                .find(eventId)
                .or(() -> views.rows(OwnJournalView.class).find(eventId));
    }

    /**
     * One page of what matches.
     *
     * @param page from 0
     */
    public PageOf<JournalRow> page(
            Map<String, Object> equal,
            Map<String, List<?>> in,
            Period period,
            @Nullable String text,
            int page,
            int size) {
        if (OWN.equals(equal.get(SERVICE))) {
            return views.rows(OwnJournalView.class).page(query(equal, in, period, text, page, size));
        }
        if (equal.containsKey(SERVICE)) {
            return views.rows(JournalView.class).page(query(equal, in, period, text, page, size));
        }
        return both(equal, in, period, text, page, size);
    }

    /** Own facts are few: what is shown of them so far is merged with the others. */
    private PageOf<JournalRow> both(
            Map<String, Object> equal,
            Map<String, List<?>> in,
            Period period,
            @Nullable String text,
            int page,
            int size) {
        var own = views.rows(OwnJournalView.class).page(query(equal, in, period, text, 0, DEEPEST));
        var others = views.rows(JournalView.class);
        var upTo = Math.min(DEEPEST, (page + 1) * size);
        if (own.rows().isEmpty()) {
            return others.page(query(equal, in, period, text, page, size));
        }
        var heard = others.page(query(equal, in, period, text, 0, upTo));
        var rows = Stream.concat(own.rows().stream(), heard.rows().stream())
                .sorted(NEWEST)
                .skip((long) page * size)
                .limit(size)
                .toList();
        return new PageOf<>(rows, own.total() + heard.total(), page, size);
    }

    private static RowQuery query(
            Map<String, Object> equal,
            Map<String, List<?>> in,
            Period period,
            @Nullable String text,
            int page,
            int size) {
        return new RowQuery(equal, in, text, List.of(Sort.descending(Entries.RECORDED)), page, size)
                .between(Entries.RECORDED, period.first(), period.last());
    }

    /** The newest facts of the departments. */
    public List<JournalRow> newest(int most) {
        return views.rows(JournalView.class)
                .page(query(Map.of(), Map.of(), Period.ANY, null, 0, most))
                .rows();
    }

    /** How many facts there are. */
    public long count() {
        return views.rows(JournalView.class).count(RowQuery.all());
    }
}
