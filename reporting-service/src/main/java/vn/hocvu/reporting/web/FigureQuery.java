package vn.hocvu.reporting.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import vn.hocvu.reporting.publishedfigure.FigureScope;
import vn.hocvu.reporting.views.figures.AsOf;

/**
 * What somebody wants figures of, as it stands in the address.
 *
 * @param effective last business date that counts; absent means the end of the year, or today in the current year
 * @param known     last instant of recording that counts; absent means now
 */
record FigureQuery(
        int year, @Nullable LocalDate effective, @Nullable Instant known, FigureScope scope) {

    /** The facts that count. */
    AsOf asOf(LocalDate today, Instant now) {
        var end = LocalDate.of(year, 12, 31);
        var day = effective != null ? effective : today.getYear() == year ? today : end;
        return new AsOf(day, Objects.requireNonNullElse(known, now));
    }

    FigureQuery in(FigureScope other) {
        return new FigureQuery(year, effective, known, other);
    }

    FigureQuery of(int otherYear) {
        return new FigureQuery(otherYear, null, known, scope);
    }

    FigureQuery by(@Nullable LocalDate day) {
        return new FigureQuery(year, day, known, scope);
    }

    /** Address of the same question at another page. */
    String at(String path, String... more) {
        var url = UriComponentsBuilder.fromPath(path);
        for (int i = 0; i + 1 < more.length; i += 2) {
            url.queryParam(more[i], more[i + 1]);
        }
        parameters().forEach((name, value) -> url.queryParam(name, value));
        return url.encode().build().toUriString();
    }

    private Map<String, String> parameters() {
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("year", Integer.toString(year));
        parameters.putAll(scope.parts());
        if (effective != null) {
            parameters.put("asOf", effective.toString());
        }
        if (known != null) {
            parameters.put("knownAt", known.toString());
        }
        return parameters;
    }
}
