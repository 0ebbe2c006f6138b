package vn.hocvu.reporting.views.figures;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.hocvu.reporting.views.ledger.ClassRow;
import vn.hocvu.reporting.views.ledger.Ending;
import vn.hocvu.reporting.views.ledger.Move;

/** The life of one class as known at an instant: whether it runs on a date, and with how many learners. */
final class Rolls {

    private static final Set<String> JOINED_AFTER_OPENING = Set.of("LATE", "REINSTATED");

    private Rolls() {}

    /** Date of opening as known, or null while the class is not open. */
    static @Nullable LocalDate opened(ClassRow row, AsOf asOf) {
        return row.opened() != null && asOf.counts(row.opened()) ? row.opened().effectiveOn() : null;
    }

    /** How the class ended as known, or null while it has not. */
    static @Nullable Ending ended(ClassRow row, AsOf asOf) {
        return row.ended() != null && asOf.counts(row.ended().at()) ? row.ended() : null;
    }

    /** True if the class has opened by the date and not ended by its end. */
    static boolean runs(ClassRow row, LocalDate day, AsOf asOf) {
        LocalDate opened = opened(row, asOf);
        Ending ended = ended(row, asOf);
        return opened != null
                && !opened.isAfter(day)
                && (ended == null || ended.at().effectiveOn().isAfter(day));
    }

    /** Learners on the roll at the end of the day; 0 unless the class runs then. */
    static int roll(ClassRow row, LocalDate day, AsOf asOf) {
        return runs(row, day, asOf) ? places(row, day, asOf) : 0;
    }

    /** Places taken and not ended by the end of the day, whether or not the class has opened. */
    static int places(ClassRow row, LocalDate day, AsOf asOf) {
        int places = 0;
        for (Move move : row.moves()) {
            if (asOf.counts(move.at()) && !move.at().effectiveOn().isAfter(day)) {
                places += move.people();
            }
        }
        return places;
    }

    /** True for a learner who came after the opening, and so is not in the number the class opened with. */
    static boolean joinedLate(ClassRow row, Move move, AsOf asOf) {
        LocalDate opened = opened(row, asOf);
        if (opened == null || move.people() < 0) {
            return false;
        }
        return JOINED_AFTER_OPENING.contains(move.kind())
                || move.at().effectiveOn().isAfter(opened);
    }
}
