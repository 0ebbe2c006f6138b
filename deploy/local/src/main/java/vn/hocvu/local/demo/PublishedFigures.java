package vn.hocvu.local.demo;

import static vn.hocvu.local.demo.Api.Service.REPORTING;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** What the school published about 2020, kept beside what follows from the events. */
final class PublishedFigures {
    private static final String OFFICER = "planning_officer";
    private static final LocalDate PUBLISHED_ON = LocalDate.of(2021, 4, 28);

    private final Api api;
    private final ReferenceYears years;

    PublishedFigures(Api api, ReferenceYears years) {
        this.api = api;
        this.years = years;
    }

    void publish(Figure figure) {
        send(figure, "CLASSES", figure.classes());
        send(figure, "LEARNERS", figure.learners());
    }

    private void send(Figure figure, String measure, int value) {
        var scope = new HashMap<String, Object>();
        scope.put("classType", figure.classType());
        if (figure.category() != null) scope.put("category", figure.category());
        var body = new HashMap<String, Object>();
        body.put("figure", figure.figure());
        body.put("measure", measure);
        body.put("year", ReferenceYears.PUBLISHED_YEAR);
        body.put("scope", scope);
        body.put("value", value);
        body.put("scopeClarity", "EXPLICIT");
        body.put("effectiveAsOf", ReferenceYears.publishedAsOf().toString());
        body.put("effectiveOn", PUBLISHED_ON.toString());
        body.put("document", years.decision("figures-" + ReferenceYears.PUBLISHED_YEAR, PUBLISHED_ON, OFFICER));
        api.post(
                REPORTING,
                OFFICER,
                "/figures",
                Map.copyOf(body),
                "demo-figure-" + figure.figure() + "-" + figure.classType() + "-" + measure);
    }
}
