package vn.hocvu.enrollment.views.intakes;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.hocvu.enrollment.classintake.Phase;
import vn.hocvu.platform.viewstore.PageOf;
import vn.hocvu.platform.viewstore.RowQuery;
import vn.hocvu.platform.viewstore.Rows;
import vn.hocvu.platform.viewstore.Sort;
import vn.hocvu.platform.viewstore.Views;

/** Questions about intakes. */
@Component
public class Intakes {
    private final Views views;

    Intakes(Views views) {
        this.views = views;
    }

    public Optional<IntakeRow> find(String classId) {
        return rows().find(classId);
    }

    public Map<String, IntakeRow> find(Collection<String> classIds) {
        return rows().find(classIds);
    }

    public List<IntakeRow> withCode(String classCode) {
        return rows().page(RowQuery.where("classCode", classCode)).rows();
    }

    /** Intakes of classes in the venues of an organisation. */
    public List<IntakeRow> atVenuesOf(String organization) {
        return rows().page(RowQuery.where("venueOwnerOrgId", organization)).rows();
    }

    /** Intakes that still recruit. */
    public List<IntakeRow> open() {
        return rows().page(RowQuery.where("phase", Phase.OPEN.name())).rows();
    }

    /** Intakes that learners may still join, by code. */
    public List<IntakeRow> takingLearners() {
        var phases = List.of(Phase.OPEN.name(), Phase.RUNNING.name());
        return rows().page(new RowQuery(
                        Map.of(), Map.of("phase", phases), null, List.of(Sort.ascending("classCode")), 0, 1000))
                .rows();
    }

    public PageOf<IntakeRow> page(RowQuery query) {
        return rows().page(query);
    }

    private Rows<IntakeRow> rows() {
        return views.rows(IntakesView.class);
    }
}
