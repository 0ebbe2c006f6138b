package vn.hocvu.enrollment.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.hocvu.enrollment.classintake.ClassId;
import vn.hocvu.enrollment.classintake.ClassType;
import vn.hocvu.enrollment.classintake.DocumentRef;
import vn.hocvu.enrollment.classintake.EnrollmentType;
import vn.hocvu.enrollment.classintake.IntakeRefusal;
import vn.hocvu.enrollment.classintake.Phase;
import vn.hocvu.enrollment.learner.LearnerRefusal;
import vn.hocvu.enrollment.vault.SealedFiles;
import vn.hocvu.enrollment.vault.Vault;
import vn.hocvu.enrollment.views.intakes.IntakeRow;
import vn.hocvu.enrollment.views.intakes.Intakes;
import vn.hocvu.platform.eventstore.Contended;
import vn.hocvu.platform.eventstore.Order;
import vn.hocvu.platform.eventstore.Outcome;
import vn.hocvu.platform.webkit.jobs.JobRow;
import vn.hocvu.platform.webkit.jobs.JobRow.CellMessage;
import vn.hocvu.platform.webkit.jobs.JobRun;
import vn.hocvu.platform.webkit.jobs.JobWork;

/**
 * Imports a roll: first the dry run, then one enrolment per good row. A row is ordered under an id made of the file's
 * hash and its number, so the same file twice, or a run begun again after a break, adds nothing.
 */
@Component
class RollImport implements JobWork {
    static final String KIND = "roll-import";
    static final String CHECK = "CHECK";
    static final String APPLY = "APPLY";
    private static final int BATCH = 100;
    private static final int ATTEMPTS = 5;
    private static final Logger LOG = LoggerFactory.getLogger(RollImport.class);

    private final SealedFiles files;
    private final RollSheet sheet;
    private final RollCheck check;
    private final Intakes intakes;
    private final Vault vault;
    private final DirectEnrollment enrollment;

    RollImport(
            SealedFiles files,
            RollSheet sheet,
            RollCheck check,
            Intakes intakes,
            Vault vault,
            DirectEnrollment enrollment) {
        this.files = files;
        this.sheet = sheet;
        this.check = check;
        this.intakes = intakes;
        this.vault = vault;
        this.enrollment = enrollment;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(JobRun run) {
        var input = run.input(Input.class);
        var file =
                files.open(input.fileId()).orElseThrow(() -> new IllegalStateException("the file is no longer kept"));
        var entrants = sheet.entrants(sheet.read(file));
        run.total(entrants.size());
        var intake = intakes.find(input.classId()).orElseThrow();
        if (run.phase().equals(CHECK)) {
            check.check(intake, entrants).stream()
                    .filter(row -> !run.finished(row.number()))
                    .forEach(run::row);
        } else {
            apply(run, input, intake, entrants);
        }
        LOG.atInfo()
                .addKeyValue("job", run.job().id())
                .addKeyValue("classId", input.classId())
                .addKeyValue("rows", entrants.size())
                .addKeyValue("phase", run.phase())
                .log("Roll import phase done");
    }

    private void apply(JobRun run, Input input, IntakeRow intake, List<RollSheet.Entrant> entrants) {
        var open = entrants.stream().filter(e -> !run.finished(e.row())).toList();
        for (int from = 0; from < open.size() && !run.cancelled(); from += BATCH) {
            var batch = open.subList(from, Math.min(open.size(), from + BATCH));
            var kept = keep(batch);
            for (var entrant : batch) {
                if (run.cancelled()) {
                    return;
                }
                run.row(
                        entrant.fine()
                                ? enrol(run, input, intake, entrant, Objects.requireNonNull(kept.get(entrant.row())))
                                : JobRow.error(entrant.row(), Map.of(), entrant.mistakes()));
            }
        }
    }

    private Map<Integer, Vault.Kept> keep(List<RollSheet.Entrant> batch) {
        var good = batch.stream().filter(RollSheet.Entrant::fine).toList();
        var kept = vault.keepAll(good.stream().map(RollSheet.Entrant::someone).toList(), enrollment::fresh);
        var byRow = new HashMap<Integer, Vault.Kept>();
        for (int i = 0; i < good.size(); i++) {
            byRow.put(good.get(i).row(), kept.get(i));
        }
        return byRow;
    }

    private JobRow enrol(JobRun run, Input input, IntakeRow intake, RollSheet.Entrant entrant, Vault.Kept kept) {
        var seat = new DirectEnrollment.Seat(
                new ClassId(input.classId()),
                ClassType.valueOf(String.valueOf(intake.classType())),
                entrant.from(),
                intake.phase() == Phase.RUNNING ? EnrollmentType.LATE : EnrollmentType.NEW,
                input.document(),
                true,
                input.effectiveOnDate());
        try {
            var outcome = patiently(run, input, entrant, kept, seat);
            return told(entrant, kept, DirectEnrollment.answer(outcome));
        } catch (IntakeRefusal refusal) {
            return refused(entrant, refusal.code());
        } catch (LearnerRefusal refusal) {
            return refused(entrant, refusal.code());
        }
    }

    private Outcome patiently(
            JobRun run, Input input, RollSheet.Entrant entrant, Vault.Kept kept, DirectEnrollment.Seat seat) {
        for (int attempt = 1; ; attempt++) {
            try {
                return enrollment.enrol(kept, seat, (command, part) -> order(run, input, entrant.row(), command, part));
            } catch (Contended contended) {
                if (attempt == ATTEMPTS) {
                    throw contended;
                }
            }
        }
    }

    private static Order order(JobRun run, Input input, int row, Object command, String part) {
        var id = "import:" + input.sha256() + ':' + input.classId() + ':' + row + ':' + part;
        return Order.of(command, run.actor())
                .withCommandId(id)
                .causedBy(run.job().id(), null);
    }

    private static JobRow told(RollSheet.Entrant entrant, Vault.Kept kept, Map<String, Object> answer) {
        var learner = kept.learnerId().value();
        if ("WAITLISTED".equals(answer.get("state"))) {
            return JobRow.warning(
                    entrant.row(),
                    Map.of(),
                    List.of(CellMessage.of(
                            "", "import.row.waitlisted", Objects.requireNonNullElse(answer.get("position"), 0))),
                    learner);
        }
        return JobRow.ok(entrant.row(), Map.of(), learner);
    }

    private static JobRow refused(RollSheet.Entrant entrant, String code) {
        var messages = new ArrayList<CellMessage>();
        messages.add(CellMessage.of("", "import.row." + code));
        return JobRow.error(entrant.row(), Map.of(), messages);
    }

    /**
     * What an import was started with; holds nothing of the people in the file.
     *
     * @param fileId      where the sealed file is kept
     * @param sha256      hash of the file, part of every row's command id
     * @param effectiveOn ISO date
     */
    record Input(String classId, String fileId, String sha256, DocumentRef document, String effectiveOn) {
        LocalDate effectiveOnDate() {
            return LocalDate.parse(effectiveOn);
        }
    }
}
