package vn.hocvu.planning.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
import vn.hocvu.planning.trainingplan.PlanRefusal;
import vn.hocvu.planning.trainingplan.PlanYear;
import vn.hocvu.planning.trainingplan.PlannedPeriod;
import vn.hocvu.planning.trainingplan.PlannedVenue;
import vn.hocvu.planning.trainingplan.Quota;
import vn.hocvu.planning.trainingplan.StudyMode;
import vn.hocvu.planning.trainingplan.VenueId;
import vn.hocvu.planning.trainingplan.VenueType;
import vn.hocvu.platform.viewstore.FoldedText;
import vn.hocvu.platform.webkit.Formats;
import vn.hocvu.platform.webkit.Register;
import vn.hocvu.platform.webkit.jobs.JobRow.CellMessage;
import vn.hocvu.platform.webkit.sheets.SheetRow;

/** Reads the rows of a plan sheet, each as an item or as everything that is wrong with it. */
@Component
class PlanRowReader {
    private static final int MOST_CLASSES = 1_000;
    private static final int MOST_LEARNERS = 1_000_000;
    private static final int LONGEST = 200;

    private final PlanSheet sheet;
    private final Register register;

    PlanRowReader(PlanSheet sheet, Register register) {
        this.sheet = sheet;
        this.register = register;
    }

    /**
     * One row.
     *
     * @param terms    absent if something is wrong with it
     * @param mistakes what is wrong, cell by cell
     * @param likeRow  an earlier row of the file that says the same, 0 if there is none
     */
    record Read(SheetRow row, @Nullable PlanItemTerms terms, List<CellMessage> mistakes, int likeRow) {}

    List<Read> read(List<SheetRow> rows, PlanYear year) {
        var organizations = sheet.ids(Register.ORGANIZATIONS);
        var venues = sheet.ids(Register.VENUES);
        var first = new HashMap<PlanItemTerms, Integer>();
        var read = new ArrayList<Read>();
        for (var row : rows) {
            var cells = new Cells(row, year, organizations, venues);
            var terms = cells.terms();
            var before = terms == null ? null : first.putIfAbsent(terms, row.number());
            read.add(new Read(row, terms, cells.mistakes, before == null ? 0 : before));
        }
        return read;
    }

    private final class Cells {
        private final SheetRow row;
        private final PlanYear year;
        private final Map<String, String> organizations;
        private final Map<String, String> venues;
        private final List<CellMessage> mistakes = new ArrayList<>();

        Cells(SheetRow row, PlanYear year, Map<String, String> organizations, Map<String, String> venues) {
            this.row = row;
            this.year = year;
            this.organizations = organizations;
            this.venues = venues;
        }

        @Nullable
        PlanItemTerms terms() {
            var type = must("classType", ClassType.class);
            var category = choice("category", Category.class);
            var mode = must("studyMode", StudyMode.class);
            var source = must("fundingSource", FundingSource.class);
            var payer = listed("fundingOrgId", organizations);
            var requester = listed("requesterOrgId", organizations);
            var venueType = must("venueType", VenueType.class);
            var venue = listed("venueId", venues);
            var classes = number("quotaClasses", MOST_CLASSES);
            var learners = number("quotaLearners", MOST_LEARNERS);
            var perClass = number("learnersPerClass", MOST_LEARNERS);
            var period = period();
            var awaits = row.text("awaits");
            if (classes == null && row.text("quotaClasses") == null) {
                wrong("quotaClasses", "error.required");
            }
            if (learners == null && perClass == null) {
                wrong("quotaLearners", "plan.item.learners.missing");
            }
            if (awaits != null && awaits.length() > LONGEST) {
                wrong("awaits", "error.tooLong", LONGEST);
            }
            if (source != null && source.namesPayer() && payer == null) {
                wrong("fundingOrgId", "plan.item.fundingOrgId.missing");
            }
            checkVenue(venueType, venue);
            var field = type == null ? Category.THEORY : ItemTerms.category(type, category);
            if (type != null && !type.takes(field)) {
                wrong("category", "plan.item.category.mismatch");
            }
            if (type == null || mode == null || source == null || venueType == null || classes == null) {
                return null;
            }
            if (learners != null && perClass != null && classes * perClass != learners) {
                wrong("learnersPerClass", "plan.item.learners.differ");
            }
            return mistakes.isEmpty()
                    ? whole(() -> new PlanItemTerms(
                            type,
                            field,
                            new Funding(source, organization(payer)),
                            organization(requester),
                            new PlannedVenue(venueType, venue == null ? null : new VenueId(venue)),
                            mode,
                            new Quota(classes, learners, perClass, LearnersScope.EXPLICIT, null, List.of()),
                            awaits == null ? null : new AwaitedDocument(awaits),
                            period))
                    : null;
        }

        /** Whatever the values refuse together is told of the whole row. */
        private @Nullable PlanItemTerms whole(java.util.function.Supplier<PlanItemTerms> terms) {
            try {
                return terms.get();
            } catch (PlanRefusal refused) {
                mistakes.add(CellMessage.of("", "plan.import.row.refused"));
                return null;
            }
        }

        private void checkVenue(@Nullable VenueType type, @Nullable String venue) {
            var entry =
                    venue == null ? null : register.find(Register.VENUES, venue).orElse(null);
            if (type != null && entry != null && !entry.type().equals(type.name())) {
                wrong("venueId", "plan.item.venueId.mismatch");
            }
        }

        private @Nullable PlannedPeriod period() {
            var from = day("plannedFrom");
            var until = day("plannedUntil");
            missingBeside("plannedFrom", "plannedUntil");
            missingBeside("plannedUntil", "plannedFrom");
            if (from == null || until == null) {
                return null;
            }
            if (until.isBefore(from)) {
                wrong("plannedUntil", "plan.item.plannedUntil.before");
                return null;
            }
            return new PlannedPeriod(from, until);
        }

        private void missingBeside(String column, String other) {
            if (row.text(column) == null && row.text(other) != null) {
                wrong(column, "error.required");
            }
        }

        private @Nullable LocalDate day(String column) {
            var typed = row.text(column);
            if (typed == null) {
                return null;
            }
            var day = Formats.parseDate(typed);
            if (day == null) {
                wrong(column, "error.date");
            } else if (!year.contains(day)) {
                wrong(column, "plan.import.row.year", year);
            }
            return day;
        }

        private @Nullable Integer number(String column, int most) {
            var typed = row.text(column);
            if (typed == null) {
                return null;
            }
            var number = Formats.parseInteger(typed);
            if (number == null) {
                wrong(column, "error.integer");
                return null;
            }
            if (number < 1 || number > most) {
                wrong(column, "error.range", 1, most);
                return null;
            }
            return number;
        }

        private <E extends Enum<E>> @Nullable E must(String column, Class<E> type) {
            if (row.text(column) == null) {
                wrong(column, "error.required");
                return null;
            }
            return choice(column, type);
        }

        private <E extends Enum<E>> @Nullable E choice(String column, Class<E> type) {
            var typed = row.text(column);
            var code = sheet.code(column, type, typed);
            if (typed != null && code == null) {
                wrong(column, "error.choice");
            }
            return code;
        }

        private @Nullable String listed(String column, Map<String, String> ids) {
            var typed = row.text(column);
            var id = typed == null ? null : ids.get(FoldedText.fold(typed));
            if (typed != null && id == null) {
                wrong(column, "error.choice");
            }
            return id;
        }

        private @Nullable OrgId organization(@Nullable String id) {
            return id == null ? null : new OrgId(id);
        }

        private void wrong(String column, String key, Object... args) {
            mistakes.add(CellMessage.of(sheet.header(column), key, args));
        }
    }
}
