package vn.hocvu.planning.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import vn.hocvu.platform.webkit.Allowed;
import vn.hocvu.platform.webkit.Toasts;

/** The steps of a request for an off-plan class, each by its form. */
@Controller
class OffPlanDecisions {
    private final OffPlanOrders orders;
    private final OffPlanScope scope;
    private final PlanOrders forms;
    private final Toasts toasts;

    OffPlanDecisions(OffPlanOrders orders, OffPlanScope scope, PlanOrders forms, Toasts toasts) {
        this.orders = orders;
        this.scope = scope;
        this.forms = forms;
        this.toasts = toasts;
    }

    @PostMapping("/off-plan")
    @Allowed({Readers.PLANNING_OFFICER, Readers.CITY_PROPAGANDA_BOARD, Readers.DISTRICT_COMMITTEE})
    String request() {
        return done("offPlan.requested", orders.request(forms.fields()));
    }

    @PostMapping("/off-plan/{requestId}/assessment")
    @Allowed(Readers.PLANNING_OFFICER)
    String assess(@PathVariable String requestId) {
        orders.assess(scope.one(requestId), forms.fields());
        return done("offPlan.assessed", requestId);
    }

    @PostMapping("/off-plan/{requestId}/consultation")
    @Allowed(Readers.SCHOOL_BOARD)
    String consult(@PathVariable String requestId) {
        orders.consult(scope.one(requestId), forms.fields());
        return done("offPlan.consulted", requestId);
    }

    @PostMapping("/off-plan/{requestId}/report")
    @Allowed(Readers.SCHOOL_BOARD)
    String report(@PathVariable String requestId) {
        orders.report(scope.one(requestId), forms.fields());
        return done("offPlan.reported", requestId);
    }

    @PostMapping("/off-plan/{requestId}/approval")
    @Allowed(Readers.SCHOOL_BOARD)
    String approve(@PathVariable String requestId) {
        orders.approve(scope.one(requestId), forms.fields());
        return done("offPlan.approved", requestId);
    }

    @PostMapping("/off-plan/{requestId}/rejection")
    @Allowed(Readers.SCHOOL_BOARD)
    String reject(@PathVariable String requestId) {
        orders.reject(scope.one(requestId), forms.fields());
        return done("offPlan.rejected", requestId);
    }

    @PostMapping("/off-plan/{requestId}/withdrawal")
    @Allowed({Readers.PLANNING_OFFICER, Readers.CITY_PROPAGANDA_BOARD, Readers.DISTRICT_COMMITTEE})
    String withdraw(@PathVariable String requestId) {
        orders.withdraw(scope.one(requestId), forms.fields());
        return done("offPlan.withdrawn", requestId);
    }

    private String done(String message, String requestId) {
        toasts.done(message);
        return "redirect:/off-plan/" + requestId;
    }
}
