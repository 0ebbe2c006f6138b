package vn.hocvu.enrollment;

import java.util.Map;

/** Bodies and papers that tests send. */
final class Papers {
    static final String MINUTES = """
            "document": {"type": "MINUTES", "number": "12/BB-REF", "date": "2020-10-26", "issuer": "Trường",
                         "signer": "Chủ tịch hội đồng"}
            """;
    static final Map<String, String> FORM = Map.of(
            "documentType", "MINUTES",
            "documentNumber", "12/BB-REF",
            "documentDate", "2020-10-26",
            "documentIssuer", "Trường",
            "documentSigner", "Chủ tịch hội đồng",
            "effectiveOn", "2020-11-02");

    private Papers() {}

    static String enrol(String name, String identityNumber, String org) {
        return """
                {"learner": {"fullName": "%s", "birthDate": "1985-12-31", "sex": "MALE", "identityNumber": "%s"},
                 "nominatingOrgId": "%s", "enrollmentType": "NEW", "effectiveOn": "2020-11-02", %s}
                """.formatted(name, identityNumber, org, MINUTES);
    }

    static String leave(String learnerId) {
        return """
                {"learnerId": "%s", "reasonCode": "PERSONAL", "effectiveOn": "2020-11-09", %s}
                """.formatted(learnerId, MINUTES);
    }
}
