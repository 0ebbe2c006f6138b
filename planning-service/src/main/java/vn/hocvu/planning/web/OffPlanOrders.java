package vn.hocvu.planning.web;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.hocvu.planning.offplanrequest.Criterion;
import vn.hocvu.planning.offplanrequest.OffPlanCommand.ApproveOffPlan;
import vn.hocvu.planning.offplanrequest.OffPlanCommand.AssessOffPlan;
import vn.hocvu.planning.offplanrequest.OffPlanCommand.RecordConsultation;
import vn.hocvu.planning.offplanrequest.OffPlanCommand.RejectOffPlan;
import vn.hocvu.planning.offplanrequest.OffPlanCommand.ReportOffPlan;
import vn.hocvu.planning.offplanrequest.OffPlanCommand.RequestOffPlanClass;
import vn.hocvu.planning.offplanrequest.OffPlanCommand.WithdrawOffPlan;
import vn.hocvu.planning.trainingplan.Category;
import vn.hocvu.planning.trainingplan.ClassType;
import vn.hocvu.planning.trainingplan.OffPlanRequestId;
import vn.hocvu.planning.trainingplan.OrgId;
import vn.hocvu.planning.trainingplan.PlanPhase;
import vn.hocvu.planning.trainingplan.PlanYear;
import vn.hocvu.planning.trainingplan.StudyMode;
import vn.hocvu.planning.views.offplan.OffPlanRow;
import vn.hocvu.planning.views.plans.Plans;
import vn.hocvu.platform.eventstore.Ids;
import vn.hocvu.platform.webkit.CurrentActor;
import vn.hocvu.platform.webkit.Fields;
import vn.hocvu.platform.webkit.InvalidInput;
import vn.hocvu.platform.webkit.Register;

/** Turns the forms about off-plan classes into orders. */
@Component
class OffPlanOrders {
    private static final int MOST_LEARNERS = 10_000;

    private final PlanOrders orders;
    private final ItemTerms terms;
    private final Plans plans;
    private final Register register;
    private final CurrentActor person;
    private final Ids ids;

    OffPlanOrders(PlanOrders orders, ItemTerms terms, Plans plans, Register register, CurrentActor person, Ids ids) {
        this.orders = orders;
        this.terms = terms;
        this.plans = plans;
        this.register = register;
        this.person = person;
        this.ids = ids;
    }

    /** A name for a new request. */
    OffPlanRequestId fresh() {
        return new OffPlanRequestId("off-" + ids.next());
    }

    /** Answers the name of the request; the same form sent twice gives the first one again. */
    String request(Fields typed) {
        var requester = requester(typed);
        var type = typed.requiredChoice("classType", ClassType.class);
        var category = ItemTerms.category(type, typed.choice("category", Category.class));
        if (!type.takes(category)) {
            typed.reject("category", "plan.item.category.mismatch");
        }
        int learners = typed.integer("learners", 1, MOST_LEARNERS);
        var funding = terms.funding(typed);
        var need = typed.required("need");
        var start = typed.requiredDate("desiredStart");
        var effectiveOn = orders.effective(typed);
        typed.check();
        var order = new RequestOffPlanClass(
                fresh(), new OrgId(requester), type, category, learners, funding.get(), need, start, effectiveOn);
        return String.valueOf(orders.send(order).aggregateId());
    }

    private String requester(Fields typed) {
        if (!person.has(Readers.PLANNING_OFFICER)) {
            var own = person.get().organization();
            if (own == null) {
                typed.reject("requesterOrgId", "error.required");
            }
            return String.valueOf(own);
        }
        return organization(typed, "requesterOrgId");
    }

    void assess(OffPlanRow row, Fields typed) {
        var need = criterion(typed, "need");
        var lecturers = criterion(typed, "lecturers");
        var time = criterion(typed, "time");
        var effectiveOn = orders.effective(typed);
        typed.check();
        orders.send(new AssessOffPlan(id(row), need, lecturers, time, effectiveOn));
    }

    void consult(OffPlanRow row, Fields typed) {
        var org = organization(typed, "orgId");
        var heldOn = typed.requiredDate("heldOn");
        var outcome = typed.required("outcome");
        var effectiveOn = orders.effective(typed);
        var paper = Papers.required(typed);
        orders.send(new RecordConsultation(id(row), new OrgId(org), heldOn, outcome, paper, effectiveOn));
    }

    void report(OffPlanRow row, Fields typed) {
        var org = organization(typed, "toOrgId");
        var effectiveOn = orders.effective(typed);
        var paper = Papers.required(typed);
        orders.send(new ReportOffPlan(id(row), new OrgId(org), paper, effectiveOn));
    }

    void approve(OffPlanRow row, Fields typed) {
        int year = typed.integer("year", 1990, 2099);
        if (!allocated(year)) {
            typed.reject("year", "offPlan.year.notAllocated");
        }
        var venue = terms.place(typed);
        var mode = typed.requiredChoice("studyMode", StudyMode.class);
        var effectiveOn = orders.effective(typed);
        var paper = Papers.required(typed);
        orders.send(new ApproveOffPlan(id(row), new PlanYear(year), venue, mode, paper, effectiveOn));
    }

    void reject(OffPlanRow row, Fields typed) {
        var comments = typed.required("comments");
        var effectiveOn = orders.effective(typed);
        typed.check();
        orders.send(new RejectOffPlan(id(row), comments, effectiveOn));
    }

    void withdraw(OffPlanRow row, Fields typed) {
        var effectiveOn = orders.effective(typed);
        typed.check();
        orders.send(new WithdrawOffPlan(id(row), effectiveOn));
    }

    /** Refuses a year whose plan does not take off-plan classes. */
    void requireAllocated(int year) {
        if (!allocated(year)) {
            throw InvalidInput.of("year", "offPlan.year.notAllocated");
        }
    }

    private boolean allocated(int year) {
        return plans.all().stream().anyMatch(plan -> plan.year() == year && plan.phase() == PlanPhase.ALLOCATED);
    }

    /** Absent while nobody has answered. */
    private static @Nullable Criterion criterion(Fields typed, String name) {
        var met = typed.text(name + "Met");
        var note = typed.text(name + "Note");
        if (met == null || !(met.equals("YES") || met.equals("NO"))) {
            typed.reject(name + "Met", "error.required");
            return null;
        }
        return new Criterion(met.equals("YES"), note);
    }

    private String organization(Fields typed, String field) {
        var id = typed.required(field);
        if (!id.isEmpty() && register.find(Register.ORGANIZATIONS, id).isEmpty()) {
            typed.reject(field, "error.choice");
        }
        typed.check();
        return id;
    }

    static OffPlanRequestId id(OffPlanRow row) {
        return new OffPlanRequestId(row.requestId());
    }
}
