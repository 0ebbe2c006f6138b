package vn.hocvu.reporting.web;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts one figure into a tile, in the words of the page. */
@Component
class Tiles {
    private final Words words;

    Tiles(Words words) {
        this.words = words;
    }

    Dashboard.Tile of(String id, int value, @Nullable String unit, @Nullable String note, @Nullable String explain) {
        return new Dashboard.Tile(
                id,
                words.text("tile." + id),
                words.number(value),
                unit == null ? null : words.text(unit),
                note,
                explain);
    }
}
