package vn.hocvu.classes.views.classes;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.hocvu.classes.trainingclass.ClassEvent;
import vn.hocvu.classes.trainingclass.OrgId;
import vn.hocvu.platform.eventstream.Fact;
import vn.hocvu.platform.viewstore.FoldedText;
import vn.hocvu.platform.viewstore.View;

/** One row per class: the list, the page and the tasks of the class service read it. */
public final class ClassesView implements View<ClassEvent, ClassRow> {
    @Override
    public String name() {
        return "classes";
    }

    @Override
    public Class<ClassRow> rowType() {
        return ClassRow.class;
    }

    @Override
    public Class<ClassEvent> factType() {
        return ClassEvent.class;
    }

    @Override
    public Set<String> keys(Fact<ClassEvent> fact) {
        return Set.of(fact.aggregateId());
    }

    @Override
    public ClassRow empty(String key) {
        return ClassRow.empty(key);
    }

    @Override
    public ClassRow after(ClassRow row, Fact<ClassEvent> fact) {
        return row.after(fact);
    }

    /** Fields that {@code Classes} filters and sorts by. */
    @Override
    public Map<String, Object> index(ClassRow row) {
        var p = row.proposed();
        var fields = new LinkedHashMap<String, Object>();
        fields.put("classCode", p.classCode().value());
        fields.put("planItemId", p.planItemId().value());
        fields.put("planYear", Integer.toString(p.planItemId().year()));
        fields.put("classType", p.classType().name());
        fields.put("category", p.category().name());
        fields.put("status", row.phase().name());
        fields.put("venueId", p.venueId().value());
        fields.put("venueOwner", p.venueOwnerOrgId().value());
        fields.put("fundingSource", p.fundingSource().name());
        fields.put("requester", text(p.requesterOrgId()));
        fields.put("organizations", row.organizations());
        fields.put("startOn", row.startOn().toString());
        fields.put(
                "enrolled",
                row.recruiting().enrolled() == null ? 0 : row.recruiting().enrolled());
        fields.put("task", row.task() == null ? "" : row.task().name());
        fields.put(
                "search",
                FoldedText.fold(
                        p.classCode().value() + " " + p.venueId().value().replace('-', ' ') + " "
                                + p.planItemId().value()
                                + (p.cohort() == null ? "" : " " + p.cohort().value())));
        return fields;
    }

    private static String text(@Nullable OrgId organization) {
        return organization == null ? "" : organization.value();
    }
}
