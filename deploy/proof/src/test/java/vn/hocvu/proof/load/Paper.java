package vn.hocvu.proof.load;

import java.time.LocalDate;
import java.util.Map;

/** Papers and people that commands need; all invented. */
final class Paper {
    private Paper() {}

    static Map<String, Object> decision(int number, LocalDate on) {
        return Map.of(
                "type", "DECISION",
                "number", number + "/QĐ-TĐT",
                "date", on.toString(),
                "issuer", "Trường đào tạo cán bộ Thành phố",
                "signer", "Hiệu trưởng");
    }

    /** An invented person; identity numbers start with 998, which is no province. */
    static Map<String, Object> person(long number) {
        return Map.of(
                "fullName",
                "Nguyễn Văn " + (char) ('A' + number % 26) + (char) ('a' + number / 26 % 26),
                "birthDate",
                LocalDate.of(1975, 1, 1).plusDays(number % 6_000).toString(),
                "sex",
                number % 2 == 0 ? "Nam" : "Nữ",
                "identityNumber",
                "998%09d".formatted(number % 1_000_000_000L));
    }
}
