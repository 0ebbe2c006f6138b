package vn.hocvu.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The people who can sign in locally: one for every role, and for the scoped roles one per organisation. */
@Component
class SampleAccounts {
    private static final String SCHOOL = "truong";
    /** Roles that are not bound to one of many organisations, with the organisation they act for. */
    private static final Map<String, String> UNSCOPED = unscoped();

    private static final String[] FAMILY_NAMES = {
        "Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ", "Ngô", "Dương"
    };
    private static final String[] GIVEN_NAMES = {
        "Thị Hà",
        "Văn Minh",
        "Thị Lan",
        "Đức Thắng",
        "Thị Hương",
        "Quang Huy",
        "Thị Mai",
        "Văn Sơn",
        "Thị Thu",
        "Hữu Nghĩa",
        "Thị Nga",
        "Văn Khánh",
        "Thị Bích"
    };

    private final Map<String, Account> accounts = new LinkedHashMap<>();

    SampleAccounts() {
        this(organizations());
    }

    SampleAccounts(List<Organization> organizations) {
        var names = new LinkedHashMap<String, String>();
        for (var organization : organizations) names.put(organization.id(), organization.name());
        UNSCOPED.forEach((role, organization) ->
                add(role.toLowerCase(Locale.ROOT), role, organization, names.getOrDefault(organization, organization)));
        for (var organization : organizations) {
            switch (organization.type()) {
                case "DISTRICT_COMMITTEE" -> {
                    scoped("CENTER_ADMIN", organization);
                    scoped("DISTRICT_COMMITTEE", organization);
                    scoped("SENDING_AGENCY", organization);
                }
                case "SCHOOL" -> scoped("CENTER_ADMIN", organization);
                case "CITY_COMMITTEE" -> {}
                default -> scoped("SENDING_AGENCY", organization);
            }
        }
    }

    Optional<Account> find(String username) {
        return Optional.ofNullable(accounts.get(username));
    }

    List<Account> all() {
        return List.copyOf(accounts.values());
    }

    private void scoped(String role, Organization organization) {
        add(role.toLowerCase(Locale.ROOT) + "." + organization.id(), role, organization.id(), organization.name());
    }

    private void add(String username, String role, String organization, String organizationName) {
        var number = accounts.size();
        var name = FAMILY_NAMES[number % FAMILY_NAMES.length] + " " + GIVEN_NAMES[number % GIVEN_NAMES.length];
        accounts.put(username, new Account(username, role, organization, organizationName, name));
    }

    private static Map<String, String> unscoped() {
        var roles = new LinkedHashMap<String, String>();
        roles.put("PLANNING_OFFICER", SCHOOL);
        roles.put("SCHOOL_BOARD", SCHOOL);
        roles.put("CITY_ORG_BOARD", "ban-to-chuc-thanh-uy");
        roles.put("CITY_PROPAGANDA_BOARD", "ban-tuyen-giao-thanh-uy");
        roles.put("ADMISSIONS_OFFICER", SCHOOL);
        roles.put("ADMISSIONS_BOARD", SCHOOL);
        roles.put("CLASS_MANAGER", SCHOOL);
        roles.put("LECTURER", SCHOOL);
        roles.put("FACULTY_HEAD", SCHOOL);
        roles.put("REGISTRAR", SCHOOL);
        roles.put("LEADERSHIP_VIEWER", "thanh-uy");
        roles.put("AUDITOR", "uy-ban-kiem-tra-thanh-uy");
        roles.put("SYS_ADMIN", SCHOOL);
        return roles;
    }

    private static List<Organization> organizations() {
        try (var stream = new ClassPathResource("reference/organizations.json").getInputStream()) {
            return new ArrayList<>(
                    JsonMapper.builder().build().readValue(stream, new TypeReference<List<Organization>>() {}));
        } catch (IOException e) {
            throw new UncheckedIOException("the register of organisations is not packaged", e);
        }
    }
}
