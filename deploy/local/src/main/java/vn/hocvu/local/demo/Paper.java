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

    /** A decision of the school or, for the city's board, of that board. */
    static Paper decision(int number, LocalDate date, String user) {
        var city = user.equals("city_org_board");
        return new Paper(
                "DECISION",
                number + "/QĐ-REF",
                date.toString(),
                city ? "Ban Tổ chức Thành ủy" : SCHOOL,
                city ? "Trưởng ban" : "Hiệu trưởng");
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
