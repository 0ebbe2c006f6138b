package vn.hocvu.enrollment.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.hocvu.enrollment.classintake.LearnerId;
import vn.hocvu.enrollment.classintake.Phase;
import vn.hocvu.enrollment.vault.Person;
import vn.hocvu.enrollment.vault.Vault;
import vn.hocvu.enrollment.views.intakes.IntakeRow;
import vn.hocvu.enrollment.views.learners.LearnerRow;
import vn.hocvu.enrollment.views.learners.Learners;
import vn.hocvu.platform.webkit.jobs.JobRow;
import vn.hocvu.platform.webkit.jobs.JobRow.CellMessage;

/** The dry run of a roll: says of every row what would become of it, and writes nothing. */
@Component
class RollCheck {
    private final Vault vault;
    private final Learners learners;

    RollCheck(Vault vault, Learners learners) {
        this.vault = vault;
        this.learners = learners;
    }

    List<JobRow> check(IntakeRow intake, List<RollSheet.Entrant> entrants) {
        var people = entrants.stream()
                .filter(RollSheet.Entrant::fine)
                .map(RollSheet.Entrant::someone)
                .toList();
        var known =
                vault.findByIdentity(people.stream().map(Person::identityNumber).toList());
        var facts = new Known(
                known,
                vault.open(known.values()),
                learners.find(known.values().stream().map(LearnerId::value).toList()),
                vault.namesakes(people));
        var free = new int[] {intake.free()};
        return entrants.stream()
                .map(entrant -> check(intake, entrant, facts, free))
                .toList();
    }

    private static JobRow check(IntakeRow intake, RollSheet.Entrant entrant, Known known, int[] free) {
        var errors = new ArrayList<>(entrant.mistakes());
        var warnings = new ArrayList<CellMessage>();
        if (entrant.fine()) {
            intake(intake, entrant, errors);
            person(intake, entrant.someone(), known, errors, warnings);
            if (errors.isEmpty()
                    && warnings.stream().noneMatch(w -> w.messageKey().equals("import.row.onRoll"))) {
                free[0]--;
                if (free[0] < 0) {
                    warnings.add(CellMessage.of("", "import.row.waits"));
                }
            }
        }
        if (!errors.isEmpty()) {
            return JobRow.error(entrant.row(), Map.of(), errors);
        }
        return warnings.isEmpty()
                ? JobRow.ok(entrant.row(), Map.of(), null)
                : JobRow.warning(entrant.row(), Map.of(), warnings, null);
    }

    private static void intake(IntakeRow intake, RollSheet.Entrant entrant, List<CellMessage> errors) {
        var invited = intake.participatingOrgIds();
        var sender = entrant.from().value();
        if (!invited.isEmpty() && !invited.contains(sender) && !sender.equals(intake.fundingOrgId())) {
            errors.add(CellMessage.of(RollSheet.ORGANIZATION, "import.row.OutsideFunding"));
        }
        if (intake.phase() != Phase.OPEN && intake.phase() != Phase.RUNNING) {
            errors.add(CellMessage.of("", "import.row.notOpen"));
        }
    }

    private static void person(
            IntakeRow intake, Person person, Known known, List<CellMessage> errors, List<CellMessage> warnings) {
        var id = known.ids().get(person.identityNumber());
        if (id == null) {
            var namesakes = Objects.requireNonNullElse(known.namesakes().get(person), List.<LearnerId>of());
            if (!namesakes.isEmpty()) {
                warnings.add(CellMessage.of("fullName", "import.row.probablySame", namesakes.size()));
            }
            return;
        }
        var kept = known.people().get(id);
        if (kept == null || !kept.sameAs(person)) {
            errors.add(CellMessage.of("identityNumber", "import.row.IdentityKnown"));
            return;
        }
        learner(intake, known.rows().get(id.value()), errors, warnings);
    }

    private static void learner(
            IntakeRow intake, @Nullable LearnerRow row, List<CellMessage> errors, List<CellMessage> warnings) {
        if (row == null) {
            return;
        }
        var level = String.valueOf(intake.classType());
        var holder = row.claims().get(level);
        if (row.activeIn().contains(intake.classId()) || row.waiting().contains(intake.classId())) {
            warnings.add(CellMessage.of("", "import.row.onRoll"));
        } else if (holder != null && !holder.equals(intake.classId())) {
            errors.add(CellMessage.of("", "import.row.AlreadyStudying"));
        } else if (row.diplomas().containsKey(level)) {
            errors.add(CellMessage.of("", "import.row.AlreadyHoldsDiploma"));
        }
    }

    /** What is known of the people in the sheet. */
    private record Known(
            Map<String, LearnerId> ids,
            Map<LearnerId, Person> people,
            Map<String, LearnerRow> rows,
            Map<Person, List<LearnerId>> namesakes) {
        Known {
            ids = new HashMap<>(ids);
        }
    }
}
