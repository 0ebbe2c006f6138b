package vn.hocvu.planning.web;

import java.io.IOException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.hocvu.planning.trainingplan.PlanCommand.AddPlanItem;
import vn.hocvu.planning.trainingplan.PlanId;
import vn.hocvu.planning.trainingplan.PlanItemTerms;
import vn.hocvu.planning.trainingplan.PlanRefusal;
import vn.hocvu.planning.trainingplan.PlanYear;
import vn.hocvu.planning.views.items.PlanItemRow;
import vn.hocvu.planning.views.items.PlanItems;
import vn.hocvu.platform.eventstore.Commands;
import vn.hocvu.platform.eventstore.Contended;
import vn.hocvu.platform.eventstore.Order;
import vn.hocvu.platform.eventstore.Outcome;
import vn.hocvu.platform.webkit.jobs.JobRow;
import vn.hocvu.platform.webkit.jobs.JobRow.CellMessage;
import vn.hocvu.platform.webkit.jobs.JobRun;
import vn.hocvu.platform.webkit.jobs.JobWork;
import vn.hocvu.platform.webkit.sheets.SheetRow;

/**
 * Imports the items of a draft from a sheet: first the dry run, then one item for each good row. A row is ordered under
 * an id made of the file's hash and its number, so the same file twice, or a run begun again after a break, adds nothing.
 */
@Component
class PlanImport implements JobWork {
    static final String KIND = "plan-import";
    static final String CHECK = "CHECK";
    private static final int ATTEMPTS = 5;
    private static final Logger LOG = LoggerFactory.getLogger(PlanImport.class);

    private final PlanSheet sheet;
    private final PlanRowReader reader;
    private final PlanItems items;
    private final Commands commands;

    PlanImport(PlanSheet sheet, PlanRowReader reader, PlanItems items, Commands commands) {
        this.sheet = sheet;
        this.reader = reader;
        this.items = items;
        this.commands = commands;
    }

    /**
     * What an import was started with.
     *
     * @param sha256      hash of the file, part of every row's command id
     * @param effectiveOn ISO date
     */
    record Input(int year, String sha256, String effectiveOn) {
        PlanYear planYear() {
            return new PlanYear(year);
        }
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(JobRun run) throws IOException {
        var input = run.input(Input.class);
        var rows = reader.read(read(run), input.planYear());
        run.total(rows.size());
        var known = known(input);
        for (var row : rows) {
            if (run.cancelled()) {
                return;
            }
            if (!run.finished(row.row().number())) {
                run.row(run.phase().equals(CHECK) ? checked(row, known) : added(run, input, row));
            }
        }
        LOG.atInfo()
                .addKeyValue("job", run.job().id())
                .addKeyValue("year", input.year())
                .addKeyValue("rows", rows.size())
                .addKeyValue("phase", run.phase())
                .log("Plan import phase done");
    }

    private List<SheetRow> read(JobRun run) throws IOException {
        try (var file = run.file()) {
            return sheet.read(file.readAllBytes());
        }
    }

    private Set<PlanItemTerms> known(Input input) {
        var known = new HashSet<PlanItemTerms>();
        items.of(PlanId.of(input.planYear()).value()).stream()
                .map(PlanItemRow::promise)
                .forEach(known::add);
        return known;
    }

    private static JobRow checked(PlanRowReader.Read read, Set<PlanItemTerms> known) {
        var row = read.row();
        if (read.terms() == null) {
            return JobRow.error(row.number(), row.cells(), read.mistakes());
        }
        if (read.likeRow() > 0) {
            return warning(read, CellMessage.of("", "plan.import.row.twice", read.likeRow()));
        }
        if (known.contains(read.terms())) {
            return warning(read, CellMessage.of("", "plan.import.row.known"));
        }
        return JobRow.ok(row.number(), row.cells(), null);
    }

    private static JobRow warning(PlanRowReader.Read read, CellMessage remark) {
        return JobRow.warning(read.row().number(), read.row().cells(), List.of(remark), null);
    }

    private JobRow added(JobRun run, Input input, PlanRowReader.Read read) {
        var row = read.row();
        if (read.terms() == null) {
            return JobRow.error(row.number(), row.cells(), read.mistakes());
        }
        var command = new AddPlanItem(
                PlanId.of(input.planYear()),
                Objects.requireNonNull(read.terms()),
                LocalDate.parse(input.effectiveOn()));
        var order = Order.of(command, run.actor())
                .withCommandId("import:" + input.sha256() + ':' + input.year() + ':' + row.number())
                .causedBy(run.job().id(), null);
        try {
            return JobRow.ok(
                    row.number(), row.cells(), String.valueOf(patiently(order).result()));
        } catch (PlanRefusal refused) {
            return JobRow.error(
                    row.number(),
                    row.cells(),
                    List.of(CellMessage.of(
                            "", "plan.import.row." + refused.getClass().getSimpleName())));
        }
    }

    private Outcome patiently(Order order) {
        for (int attempt = 1; ; attempt++) {
            try {
                return commands.send(order);
            } catch (Contended contended) {
                if (attempt == ATTEMPTS) {
                    throw contended;
                }
            }
        }
    }
}
