package vn.hocvu.enrollment.web;

import org.springframework.stereotype.Component;
import vn.hocvu.platform.eventstore.Order;
import vn.hocvu.platform.webkit.Requests;

/** Orders of a request that gives several: each with an id of its own, and none bound to a version of the page. */
@Component
class WebOrders {
    private final Requests requests;

    WebOrders(Requests requests) {
        this.requests = requests;
    }

    Order order(Object command, String part) {
        return requests.order(command, part).withExpectedVersion(null);
    }
}
