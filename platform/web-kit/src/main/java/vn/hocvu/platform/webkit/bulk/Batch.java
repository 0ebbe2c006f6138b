package vn.hocvu.platform.webkit.bulk;

import vn.hocvu.platform.eventstore.Order;
import vn.hocvu.platform.webkit.Requests;

/** The orders that one request gives for its rows: each is carried out once, however often the request is sent. */
public final class Batch {
    private final String id;
    private final Requests requests;

    Batch(String id, Requests requests) {
        this.id = id;
        this.requests = requests;
    }

    /** What all of its orders have in common in the trail. */
    public String id() {
        return id;
    }

    /**
     * The order for one row, by the person signed in.
     *
     * @param asShown false if the row has changed since the page showed it: then the order is stale, unless this very
     *                batch had changed it before
     */
    public Order order(Object command, Pick pick, boolean asShown) {
        return requests.order(command)
                .withCommandId(id + '#' + pick.key())
                .withExpectedVersion(asShown ? null : pick.version())
                .causedBy(id, null);
    }
}
