package vn.hocvu.planning.views.news;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.hocvu.platform.viewstore.RowQuery;
import vn.hocvu.platform.viewstore.Sort;
import vn.hocvu.platform.viewstore.Views;

/** Finds what somebody should hear of, the latest first. */
@Component
public class News {
    private final Views views;

    News(Views views) {
        this.views = views;
    }

    /** Whoever has had a hand in it. */
    public static String person(String userId) {
        return "person " + userId;
    }

    /** Whoever asked for the item. */
    public static String requester(String organization) {
        return "requester " + organization;
    }

    /** Whoever pays for the item. */
    public static String payer(String organization) {
        return "payer " + organization;
    }

    /**
     * @param whom any of these
     */
    public List<NewsRow> concerning(List<String> whom, int most) {
        return views.rows(NewsView.class)
                .page(new RowQuery(Map.of(), Map.of("concerns", whom), null, List.of(Sort.descending("at")), 0, most))
                .rows();
    }
}
