package vn.hocvu.local;

import java.util.List;

/** Where people find what runs, and as whom they can sign in. */
final class Addresses {
    private static final List<String> ACCOUNTS = List.of(
            "planning_officer",
            "school_board",
            "city_org_board",
            "admissions_officer",
            "leadership_viewer",
            "auditor",
            "center_admin.ba-vi",
            "district_committee.ba-vi");

    private final Installation installation;

    Addresses(Installation installation) {
        this.installation = installation;
    }

    String text() {
        var text = new StringBuilder("Học Vụ is ready.\n\n");
        for (var service : Plan.SERVICES) {
            text.append("  %-12s http://localhost:%d/%n".formatted(service.title(), installation.port(service.port())));
        }
        text.append("  %-12s %s/%n".formatted("Sign-in", installation.issuer()));
        if (installation.replaced("HOCVU_OIDC_ISSUER").isEmpty()) {
            text.append("\nSample accounts, password hocvu (all of them on the sign-in page):\n  ")
                    .append(String.join(", ", ACCOUNTS))
                    .append("\nA token for scripts: ./hocvu token --user leadership_viewer\n");
        }
        return text.toString();
    }
}
