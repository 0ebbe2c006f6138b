package vn.hocvu.enrollment.views.places;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.hocvu.platform.viewstore.RowQuery;
import vn.hocvu.platform.viewstore.Rows;
import vn.hocvu.platform.viewstore.Sort;
import vn.hocvu.platform.viewstore.Views;

/** Questions about places on rolls. */
@Component
public class Places {
    private static final int MANY = 20_000;

    private final Views views;

    Places(Views views) {
        this.views = views;
    }

    /** Every place of a class there is or was, by seat. */
    public List<PlaceRow> of(String classId) {
        return rows().page(RowQuery.where("classId", classId, Sort.ascending("seat")))
                .rows();
    }

    /** Places there are or were of these learners. */
    public List<PlaceRow> ofLearners(Collection<String> learnerIds) {
        return rows().page(new RowQuery(Map.of(), Map.of("learnerId", learnerIds), null, List.of(), 0, MANY))
                .rows();
    }

    private Rows<PlaceRow> rows() {
        return views.rows(PlacesView.class);
    }
}
