package vn.hocvu.enrollment;

import java.util.UUID;

/** Classes that recruit in tests, as class-service tells of them. */
record Recruiting(String classId, String code, String venue, int seats) {
    static Recruiting at(String venue, int seats) {
        var id = UUID.randomUUID().toString();
        return new Recruiting(id, "TC-2020-" + id.substring(0, 4), venue, seats);
    }

    String started() {
        return """
                {"classId": "%s", "classCode": "%s", "planItemId": "2020-19", "classType": "TC_LLCT",
                 "studyMode": "PART_TIME", "venueId": "%s", "venueOwnerOrgId": "%s", "fundingSource": "CITY_BUDGET",
                 "participatingOrgIds": [], "seats": %d, "minLearners": 1, "deadline": "2020-11-23",
                 "effectiveOn": "2020-10-26"}
                """.formatted(classId, code, venue, venue, seats);
    }

    String opened(long rollVersion) {
        return """
                {"classId": "%s", "rollVersion": %d, "effectiveOn": "2020-11-24"}
                """.formatted(classId, rollVersion);
    }

    String path() {
        return "/intakes/" + classId;
    }
}
