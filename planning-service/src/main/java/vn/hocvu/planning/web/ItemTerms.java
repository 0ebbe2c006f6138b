package vn.hocvu.planning.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.hocvu.planning.trainingplan.AwaitedDocument;
import vn.hocvu.planning.trainingplan.Category;
import vn.hocvu.planning.trainingplan.ClassType;
import vn.hocvu.planning.trainingplan.Funding;
import vn.hocvu.planning.trainingplan.FundingSource;
import vn.hocvu.planning.trainingplan.LearnersScope;
import vn.hocvu.planning.trainingplan.OrgId;
import vn.hocvu.planning.trainingplan.PlanItemTerms;
import vn.hocvu.planning.trainingplan.PlannedPeriod;
import vn.hocvu.planning.trainingplan.PlannedVenue;
import vn.hocvu.planning.trainingplan.Quota;
import vn.hocvu.planning.trainingplan.QuotaReading;
import vn.hocvu.planning.trainingplan.ReadingScope;
import vn.hocvu.planning.trainingplan.StudyMode;
import vn.hocvu.planning.trainingplan.VenueId;
import vn.hocvu.planning.trainingplan.VenueType;
import vn.hocvu.platform.webkit.Fields;
import vn.hocvu.platform.webkit.InvalidInput;
import vn.hocvu.platform.webkit.Register;

/** Reads the terms of a plan item, as typed into the form or sent by a program. */
@Component
class ItemTerms {
    private static final int MOST_CLASSES = 1_000;
    private static final int MOST_LEARNERS = 1_000_000;

    private final Register register;

    ItemTerms(Register register) {
        this.register = register;
    }

    PlanItemTerms of(PlanBodies.Terms body) {
        known("requesterOrgId", Register.ORGANIZATIONS, body.requesterOrgId());
        var readings = body.readings() == null ? List.<PlanBodies.Reading>of() : body.readings();
        var scope = body.learnersScope() == null ? LearnersScope.EXPLICIT : body.learnersScope();
        return new PlanItemTerms(
                body.classType(),
                category(body.classType(), body.category()),
                funding(body.fundingSource(), body.fundingOrgId()),
                org(body.requesterOrgId()),
                place(body.venueType(), body.venueId()),
                body.studyMode(),
                new Quota(
                        body.quotaClasses(),
                        body.quotaLearners(),
                        body.learnersPerClass(),
                        scope,
                        body.ambiguousValue(),
                        readings.stream()
                                .map(r -> new QuotaReading(r.scope(), r.quotaLearners()))
                                .toList()),
                awaits(body.awaits()),
                period(body.plannedFrom(), body.plannedUntil()));
    }

    /** Reads the form; every mistake is told at its field. */
    PlanItemTerms of(Fields typed) {
        var classType = typed.requiredChoice("classType", ClassType.class);
        var category = category(classType, typed.choice("category", Category.class));
        if (!classType.takes(category)) {
            typed.reject("category", "plan.item.category.mismatch");
        }
        var funding = funding(typed);
        var requester = listed(typed, "requesterOrgId", Register.ORGANIZATIONS);
        var venue = place(typed);
        var mode = typed.requiredChoice("studyMode", StudyMode.class);
        var awaits = typed.text("awaits");
        if (awaits != null && awaits.length() > 200) {
            typed.reject("awaits", "error.tooLong", 200);
        }
        var numbers = Numbers.of(typed);
        var period = period(typed);
        typed.check();
        return new PlanItemTerms(
                classType,
                category,
                funding.get(),
                org(requester),
                venue,
                mode,
                numbers.quota(),
                awaits(awaits),
                period);
    }

    /** What a form says about who pays; to be asked for once the form was checked. */
    Supplier<Funding> funding(Fields typed) {
        var source = typed.requiredChoice("fundingSource", FundingSource.class);
        var payer = listed(typed, "fundingOrgId", Register.ORGANIZATIONS);
        if (source.namesPayer() && payer == null) {
            typed.reject("fundingOrgId", "plan.item.fundingOrgId.missing");
        }
        return () -> new Funding(source, org(payer));
    }

    PlannedVenue place(Fields typed) {
        var type = typed.requiredChoice("venueType", VenueType.class);
        var listed = listed(typed, "venueId", Register.VENUES);
        var entry =
                listed == null ? null : register.find(Register.VENUES, listed).orElse(null);
        if (entry != null && !entry.type().equals(type.name())) {
            typed.reject("venueId", "plan.item.venueId.mismatch");
        }
        return new PlannedVenue(type, entry == null ? null : new VenueId(entry.id()));
    }

    /** The days between which the classes shall begin; absent if neither was typed. */
    @Nullable
    PlannedPeriod period(Fields typed) {
        var from = typed.date("plannedFrom");
        var until = typed.date("plannedUntil");
        if (from == null && until == null) {
            return null;
        }
        if (from == null || until == null) {
            typed.reject(from == null ? "plannedFrom" : "plannedUntil", "error.required");
            return null;
        }
        if (until.isBefore(from)) {
            typed.reject("plannedUntil", "plan.item.plannedUntil.before");
            return null;
        }
        return new PlannedPeriod(from, until);
    }

    private static @Nullable PlannedPeriod period(@Nullable LocalDate from, @Nullable LocalDate until) {
        if (from == null && until == null) {
            return null;
        }
        if (from == null || until == null) {
            throw InvalidInput.of(from == null ? "plannedFrom" : "plannedUntil", "error.required");
        }
        return new PlannedPeriod(from, until);
    }

    Funding funding(FundingSource source, @Nullable String payer) {
        known("fundingOrgId", Register.ORGANIZATIONS, payer);
        return new Funding(source, org(payer));
    }

    PlannedVenue place(VenueType type, @Nullable String id) {
        known("venueId", Register.VENUES, id);
        var venue = venue(id);
        var entry = venue == null
                ? null
                : register.find(Register.VENUES, venue.value()).orElse(null);
        if (entry != null && !entry.type().equals(type.name())) {
            throw InvalidInput.of("venueId", "plan.item.venueId.mismatch");
        }
        return new PlannedVenue(type, venue);
    }

    private void known(String field, String kind, @Nullable String id) {
        if (id != null && !id.isBlank() && register.find(kind, id).isEmpty()) {
            throw InvalidInput.of(field, "error.choice");
        }
    }

    private @Nullable String listed(Fields typed, String field, String kind) {
        var id = typed.text(field);
        if (id != null && register.find(kind, id).isEmpty()) {
            typed.reject(field, "error.choice");
        }
        return id;
    }

    /** Theory for the levels and Party work for short courses, unless another field was given. */
    static Category category(ClassType classType, @Nullable Category given) {
        if (given != null) {
            return given;
        }
        return classType == ClassType.BOI_DUONG ? Category.PARTY_WORK : Category.THEORY;
    }

    private static @Nullable OrgId org(@Nullable String id) {
        return id == null || id.isBlank() ? null : new OrgId(id);
    }

    private static @Nullable VenueId venue(@Nullable String id) {
        return id == null || id.isBlank() ? null : new VenueId(id);
    }

    private static @Nullable AwaitedDocument awaits(@Nullable String words) {
        return words == null || words.isBlank() ? null : new AwaitedDocument(words.strip());
    }

    /** The numbers of the form. */
    private record Numbers(
            int classes,
            LearnersScope scope,
            @Nullable Integer learners,
            @Nullable Integer perClass,
            @Nullable Integer ambiguous,
            List<QuotaReading> readings) {
        static Numbers of(Fields typed) {
            int classes = typed.integer("quotaClasses", 1, MOST_CLASSES);
            var scope = typed.requiredChoice("learnersScope", LearnersScope.class);
            if (scope == LearnersScope.AMBIGUOUS) {
                var value = positive(typed, "ambiguousValue");
                if (value == null) {
                    typed.reject("ambiguousValue", "error.required");
                }
                return new Numbers(classes, scope, null, null, value, readings(typed));
            }
            var learners = positive(typed, "quotaLearners");
            var perClass = positive(typed, "learnersPerClass");
            if (learners == null && perClass == null) {
                typed.reject("quotaLearners", "plan.item.learners.missing");
            } else if (learners != null && perClass != null && classes * perClass != learners) {
                typed.reject("learnersPerClass", "plan.item.learners.differ");
            }
            return new Numbers(classes, scope, learners, perClass, null, List.of());
        }

        Quota quota() {
            return new Quota(classes, learners, perClass, scope, ambiguous, readings);
        }

        private static List<QuotaReading> readings(Fields typed) {
            var readings = new ArrayList<QuotaReading>();
            for (var scope : ReadingScope.values()) {
                var read = positive(typed, "reading" + scope.name());
                if (read != null) {
                    readings.add(new QuotaReading(scope, read));
                }
            }
            return readings;
        }

        private static @Nullable Integer positive(Fields typed, String field) {
            var number = typed.integer(field);
            if (number != null && (number < 1 || number > MOST_LEARNERS)) {
                typed.reject(field, "error.range", 1, MOST_LEARNERS);
                return null;
            }
            return number;
        }
    }
}
