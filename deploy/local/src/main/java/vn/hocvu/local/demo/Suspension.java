package vn.hocvu.local.demo;

import java.time.LocalDate;

/** A time in which a class stood still. */
record Suspension(String code, LocalDate suspended, LocalDate resumed, String reason) {
    static Suspension of(CsvRow row) {
        return new Suspension(row.text("code"), row.date("suspended"), row.date("resumed"), row.text("reason"));
    }
}
