package vn.hocvu.classes.web;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.databind.json.JsonMapper;
import vn.hocvu.classes.trainingclass.ClassRefusal;
import vn.hocvu.classes.trainingclass.LearnerId;
import vn.hocvu.classes.trainingclass.LearnerOutcome;
import vn.hocvu.classes.views.classes.ClassRow;
import vn.hocvu.classes.views.finalrolls.FinalRollRow;
import vn.hocvu.classes.views.finalrolls.FinalRollsView;
import vn.hocvu.classes.views.rolls.RollRow;
import vn.hocvu.classes.views.rolls.RollsView;
import vn.hocvu.platform.eventstore.StoredJson;
import vn.hocvu.platform.viewstore.Rows;
import vn.hocvu.platform.viewstore.Views;
import vn.hocvu.platform.webkit.CurrentActor;
import vn.hocvu.platform.webkit.InvalidInput;
import vn.hocvu.platform.webkit.NotFound;
import vn.hocvu.platform.webkit.jobs.Job;
import vn.hocvu.platform.webkit.jobs.Jobs;
import vn.hocvu.platform.webkit.jobs.Jobs.NewJob;
import vn.hocvu.platform.webkit.sheets.NewSheet;
import vn.hocvu.platform.webkit.sheets.Sheets;

/** Takes outcomes from a sheet: template, dry run, and the kept rows that a graduation or closure then uses. */
@Component
class OutcomeImports {
    static final String KIND = "outcomes";
    static final String READ = "READ";

    private static final JsonMapper JSON = StoredJson.mapper();

    private final Sheets sheets;
    private final Jobs jobs;
    private final CurrentActor current;
    private final Rows<FinalRollRow> finalRolls;
    private final Rows<RollRow> rolls;

    OutcomeImports(Sheets sheets, Jobs jobs, CurrentActor current, Views views) {
        this.sheets = sheets;
        this.jobs = jobs;
        this.current = current;
        this.finalRolls = views.rows(FinalRollsView.class);
        this.rolls = views.rows(RollsView.class);
    }

    /** What a job keeps of the sheet. */
    record Kept(String classId, boolean shortCourse, List<OutcomeSheet.Line> lines) {
        Kept {
            lines = List.copyOf(lines);
        }
    }

    /** A dry run with the job that keeps its rows. */
    record DryRun(String jobId, OutcomeSheet.Checked checked) {}

    /** A sheet with one row per learner of the final roll. */
    byte[] template(ClassRow row) {
        var seats = rolls.find(row.classId());
        var lines = new ArrayList<List<?>>();
        for (var learner : finalRoll(row)) {
            var line = new ArrayList<Object>();
            line.add(learner.value());
            line.add(seats.map(s -> s.seatOf(learner.value())).orElse(null));
            line.add(null);
            line.add(null);
            lines.add(line);
        }
        var sheet = NewSheet.of("Kết quả", OutcomeSheet.columns(shortCourse(row)), lines);
        return sheets.write(
                sheet.withNotes(
                        List.of(
                                "Mỗi học viên của danh sách chốt có đúng một dòng; không thêm, không bớt dòng.",
                                "Cột Kết quả: chọn trong danh sách. Cột Xếp loại: bắt buộc với người tốt nghiệp, từ Trung bình trở lên.")));
    }

    DryRun read(ClassRow row, MultipartFile file, String key) {
        var roll = finalRoll(row);
        byte[] content = content(file);
        var lines = sheets.read(content, OutcomeSheet.columns(shortCourse(row))).stream()
                .map(r -> new OutcomeSheet.Line(
                        r.number(),
                        r.text(OutcomeSheet.LEARNER),
                        r.text(OutcomeSheet.OUTCOME),
                        r.text(OutcomeSheet.BAND)))
                .toList();
        var kept = new Kept(row.classId(), shortCourse(row), lines);
        var code = row.proposed().classCode().value();
        var job = jobs.start(new NewJob(
                key, KIND, READ, "Kết quả lớp " + code, current.get(), kept, "ket-qua-" + code + ".xlsx", content));
        return new DryRun(job, OutcomeSheet.check(lines, roll, shortCourse(row)));
    }

    /**
     * The outcomes a job keeps for this class.
     *
     * @throws InvalidInput if some row is wrong, as the dry run showed
     */
    List<LearnerOutcome> outcomes(String jobId, String classId) {
        var kept = kept(jobs.find(jobId)
                .filter(job -> job.kind().equals(KIND))
                .orElseThrow(() -> new NotFound("outcomes job " + jobId)));
        if (!kept.classId().equals(classId)) {
            throw new NotFound("outcomes job " + jobId + " of class " + classId);
        }
        var checked = check(kept);
        if (checked.errors() > 0) {
            throw InvalidInput.of("outcomesJobId", "outcomes.error.job", checked.errors());
        }
        return checked.outcomes();
    }

    OutcomeSheet.Checked check(Kept kept) {
        var roll = finalRolls.find(kept.classId()).map(FinalRollRow::learnerIds).orElse(List.of());
        return OutcomeSheet.check(kept.lines(), roll, kept.shortCourse());
    }

    /** Own dry runs of one class, newest first. */
    List<Job> mine(String classId) {
        return jobs.of(current.get()).stream()
                .filter(job -> job.kind().equals(KIND) && kept(job).classId().equals(classId))
                .toList();
    }

    private static Kept kept(Job job) {
        return JSON.readValue(job.input(), Kept.class);
    }

    private List<LearnerId> finalRoll(ClassRow row) {
        return finalRolls
                .find(row.classId())
                .map(FinalRollRow::learnerIds)
                .orElseThrow(() -> new ClassRefusal.RollNotFinal(row.proposed().classCode()));
    }

    private static boolean shortCourse(ClassRow row) {
        return row.proposed().classType().isShortCourse();
    }

    private static byte[] content(MultipartFile file) {
        try {
            return file.getBytes();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
