package vn.hocvu.classes.web;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import vn.hocvu.classes.trainingclass.DocumentRef;
import vn.hocvu.classes.views.timelines.TimelineRow;
import vn.hocvu.classes.views.timelines.TimelineRow.Entry;
import vn.hocvu.classes.views.timelines.TimelinesView;
import vn.hocvu.platform.viewstore.Rows;
import vn.hocvu.platform.viewstore.Views;
import vn.hocvu.platform.webkit.Formats;
import vn.hocvu.platform.webkit.TimelineEntry;

/** Tells what has happened to a class, newest first, in the reader's language. */
@Component
class Story {
    private final Rows<TimelineRow> timelines;
    private final MessageSource messages;
    private final Formats formats;

    Story(Views views, MessageSource messages, Formats formats) {
        this.timelines = views.rows(TimelinesView.class);
        this.messages = messages;
        this.formats = formats;
    }

    List<TimelineEntry> of(String classId) {
        return timelines
                .find(classId)
                .map(row -> row.entries().reversed().stream().map(this::entry).toList())
                .orElse(List.of());
    }

    /** A paper in one line. */
    @Nullable
    String paper(@Nullable DocumentRef paper) {
        return paper == null
                ? null
                : text(
                        "class.paper",
                        text("documentType." + paper.type()),
                        paper.number(),
                        formats.date(paper.date()),
                        paper.issuer());
    }

    private TimelineEntry entry(Entry e) {
        return TimelineEntry.of(e.kind(), text("event." + e.kind(), arguments(e.values())), e.actor(), e.recordedAt())
                .as(e.role(), e.organization())
                .effective(e.effectiveOn())
                .because(reason(e))
                .under(paper(e.document()))
                .technical(e.raw());
    }

    private @Nullable String reason(Entry e) {
        if (e.reasonCode() == null) {
            return null;
        }
        var word = text("reasonCode." + e.reasonCode());
        return e.reasonText() == null ? word : word + ": " + e.reasonText();
    }

    /** Values in the order of their names: that is how the sentences number them. */
    private Object[] arguments(Map<String, String> values) {
        return new TreeMap<>(values)
                .entrySet().stream().map(v -> shown(v.getKey(), v.getValue())).toArray();
    }

    private String shown(String name, String value) {
        return switch (name) {
            case "deadline", "heldOn" -> formats.date(value);
            case "periods" -> formats.number(Integer.valueOf(value));
            case "quotaReturned" -> text("class.quotaReturned." + value);
            case "cause" ->
                Objects.requireNonNullElse(
                        messages.getMessage("slotDenial." + value, null, value, LocaleContextHolder.getLocale()),
                        value);
            default -> value;
        };
    }

    private String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }
}
