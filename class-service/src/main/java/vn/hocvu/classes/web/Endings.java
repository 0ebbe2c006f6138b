package vn.hocvu.classes.web;

import org.springframework.stereotype.Component;
import vn.hocvu.classes.trainingclass.Headcount;
import vn.hocvu.classes.trainingclass.Phase;
import vn.hocvu.classes.trainingclass.Slot;
import vn.hocvu.classes.views.classes.ClassRow;
import vn.hocvu.classes.views.rolls.RollRow;
import vn.hocvu.classes.views.rolls.RollsView;
import vn.hocvu.classes.views.slots.SlotRow;
import vn.hocvu.classes.views.slots.SlotsView;
import vn.hocvu.platform.viewstore.Rows;
import vn.hocvu.platform.viewstore.Views;

/** What other services know about a class that ends: who is in it, and how far a cancellation has come (W10). */
@Component
class Endings {
    private final Rows<RollRow> rolls;
    private final Rows<SlotRow> slots;

    Endings(Views views) {
        this.rolls = views.rows(RollsView.class);
        this.slots = views.rows(SlotsView.class);
    }

    /**
     * How far a cancellation has come.
     *
     * @param intake   enrollment has released the intake, or there never was one
     * @param planning planning has settled the item, or never gave a slot
     * @param rooms    rooms and lecturers are free; a class without a timetable booked none
     */
    record Progress(boolean intake, boolean planning, boolean rooms) {
        /** Of the three. */
        public int done() {
            return (intake ? 1 : 0) + (planning ? 1 : 0) + (rooms ? 1 : 0);
        }
    }

    /** Learners in the class now, as enrollment tells. */
    Headcount enrolled(String classId) {
        return new Headcount(rolls.find(classId).map(RollRow::learners).orElse(0));
    }

    Progress progress(ClassRow row) {
        boolean recruited = row.recruiting().deadline() != null;
        return new Progress(
                !recruited || rolls.find(row.classId()).map(RollRow::released).orElse(false),
                row.slot() != Slot.GRANTED
                        || slots.find(row.classId()).map(SlotRow::settled).orElse(false),
                row.phase() == Phase.CANCELLED);
    }
}
