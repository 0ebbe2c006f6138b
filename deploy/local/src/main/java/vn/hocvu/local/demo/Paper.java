package vn.hocvu.local.demo;

import java.time.LocalDate;
import java.util.Map;

/**
 * A paper that the reference years cite; number, issuer and signer are invented.
 *
 * @param date ISO date printed on it
 */
record Paper(String type, String number, String date, String issuer, String signer) {
    private static final String SCHOOL = "Trường đào tạo cán bộ Thành phố";
    private static final String OFFICER = "planning_officer";
    private static final String BOARD = "school_board";

    /** A decision of the school or, for the city's board, of that board. */
    static Paper decision(int number, LocalDate date, String user) {
        return of("DECISION", number + "/QĐ-REF", date, user.equals(OFFICER) ? BOARD : user);
    }

    /** A paper of the body for which the sample account speaks. */
    static Paper of(String type, String number, LocalDate date, String user) {
        return switch (user) {
            case "city_org_board" -> new Paper(type, number, date.toString(), "Ban Tổ chức Thành ủy", "Trưởng ban");
            case OFFICER -> new Paper(type, number, date.toString(), "Phòng Quản lý đào tạo", "Trưởng phòng");
            default -> new Paper(type, number, date.toString(), SCHOOL, "Hiệu trưởng");
        };
    }

    /** The paper as the fields of an upload. */
    Map<String, String> fields() {
        return Map.of(
                "documentType", type,
                "documentNumber", number,
                "documentDate", date,
                "documentIssuer", issuer,
                "documentSigner", signer);
    }
}
