package vn.hocvu.enrollment.web;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.hocvu.enrollment.classintake.DocumentRef;
import vn.hocvu.enrollment.views.history.HistoryRow;
import vn.hocvu.platform.webkit.Formats;
import vn.hocvu.platform.webkit.Register;
import vn.hocvu.platform.webkit.TimelineEntry;

/** Tells the past in sentences of the reader's language; names nobody. */
@Component
class Timelines {
    private final MessageSource messages;
    private final Formats formats;
    private final Register register;
    private final JsonMapper json;

    Timelines(MessageSource messages, Formats formats, Register register, JsonMapper json) {
        this.messages = messages;
        this.formats = formats;
        this.register = register;
        this.json = json;
    }

    List<TimelineEntry> of(List<HistoryRow> rows) {
        return rows.stream().map(this::entry).toList();
    }

    private TimelineEntry entry(HistoryRow row) {
        return TimelineEntry.of(row.kind(), sentence(row), row.actor(), row.recordedAt())
                .as(row.role(), row.organization())
                .effective(row.effectiveOn())
                .because(reason(row))
                .under(paper(row.document()))
                .technical(json.writerWithDefaultPrettyPrinter().writeValueAsString(row));
    }

    /** What happened, for example "Học viên 0199… vào lớp, chỗ số 7, sĩ số 7". */
    String sentence(HistoryRow row) {
        var values = row.body();
        var args = new Object[] {
            shortened(row.learnerId()),
            row.nominatingOrgId() == null ? "" : register.name(Register.ORGANIZATIONS, row.nominatingOrgId()),
            Objects.requireNonNullElse(values.get("seat"), values.getOrDefault("position", "")),
            Objects.requireNonNullElse(values.get("roll"), values.getOrDefault("count", "")),
            day(values.get("deadline")) + day(values.get("until")) + day(values.get("openedOn")),
            values.getOrDefault("seats", ""),
            values.getOrDefault("minLearners", ""),
            word("classType", values.get("level")),
            word("placeState", values.get("outcome")),
            values.getOrDefault("year", "")
        };
        return messages.getMessage("event." + row.kind(), args, locale());
    }

    @Nullable
    String reason(HistoryRow row) {
        if (row.reasonCode() == null) {
            return row.reasonText();
        }
        var words = word("leavingReason", row.reasonCode());
        return row.reasonText() == null ? words : words + ": " + row.reasonText();
    }

    /** A paper in one line. */
    @Nullable
    String paper(@Nullable DocumentRef document) {
        return document == null
                ? null
                : word("documentType", document.type().name()) + " " + document.number() + ", "
                        + formats.date(document.date()) + ", " + document.issuer();
    }

    String word(String prefix, @Nullable String code) {
        return code == null
                ? ""
                : Objects.requireNonNullElse(messages.getMessage(prefix + "." + code, null, code, locale()), code);
    }

    /** An id as people can read it out: its last eight characters. */
    static String shortened(@Nullable String id) {
        return id == null ? "" : id.length() <= 8 ? id : "…" + id.substring(id.length() - 8);
    }

    private String day(@Nullable String iso) {
        return iso == null ? "" : formats.date(iso);
    }

    private static Locale locale() {
        return LocaleContextHolder.getLocale();
    }
}
