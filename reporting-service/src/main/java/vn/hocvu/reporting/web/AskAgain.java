package vn.hocvu.reporting.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.hocvu.platform.webkit.Formats;
import vn.hocvu.reporting.publishedfigure.FigureScope;

/** The form that asks the same page for another year or class type, as in force and as known on other days. */
@Component
class AskAgain {
    private final Words words;
    private final Formats formats;

    AskAgain(Words words, Formats formats) {
        this.words = words;
        this.formats = formats;
    }

    /**
     * The form as it is shown.
     *
     * @param asOf    last business date that counts, as asked; absent means the end of the year or today
     * @param knownAt last day of recording that counts, as asked; absent means now
     * @param kept    what else was asked and stays
     * @param dress   what is not of today about these figures, in words; absent if nothing
     */
    record Question(
            String path,
            String year,
            Map<String, String> years,
            @Nullable String classType,
            Map<String, String> classTypes,
            @Nullable LocalDate asOf,
            @Nullable LocalDate knownAt,
            Map<String, String> kept,
            @Nullable String dress,
            String xlsx,
            String csv) {}

    Question of(FigureQuery query, List<Integer> known, String path) {
        return new Question(
                path,
                Integer.toString(query.year()),
                years(query, known),
                query.scope().classType(),
                classTypes(),
                query.effective(),
                day(query.known()),
                kept(query.scope()),
                dress(query),
                query.at(path, "format", "xlsx"),
                query.at(path, "format", "csv"));
    }

    private static Map<String, String> years(FigureQuery query, List<Integer> known) {
        var years = new LinkedHashMap<String, String>();
        years.put(Integer.toString(query.year()), Integer.toString(query.year()));
        known.forEach(year -> years.put(Integer.toString(year), Integer.toString(year)));
        return years;
    }

    private Map<String, String> classTypes() {
        var types = new LinkedHashMap<String, String>();
        types.put("", words.text("scope.all"));
        AnnualReports.CLASS_TYPES.forEach(type -> types.put(type, words.code("classType", type)));
        return types;
    }

    private static @Nullable LocalDate day(@Nullable Instant known) {
        return known == null ? null : LocalDate.ofInstant(known, Formats.ZONE);
    }

    private static Map<String, String> kept(FigureScope scope) {
        var kept = new LinkedHashMap<>(scope.parts());
        kept.remove("classType");
        return kept;
    }

    private @Nullable String dress(FigureQuery query) {
        if (query.known() != null) {
            return words.text("ask.known", formats.time(query.known()));
        }
        return query.effective() == null ? null : words.text("ask.effective", formats.date(query.effective()));
    }
}
