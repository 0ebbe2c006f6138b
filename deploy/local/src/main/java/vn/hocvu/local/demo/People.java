package vn.hocvu.local.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Invented learners: the same class always gets the same people. Names are common ones put together by chance; identity
 * numbers start with 999, which is no province.
 */
final class People {
    private static final String[] FAMILY = {
        "Nguyễn", "Nguyễn", "Nguyễn", "Nguyễn", "Trần", "Trần", "Lê", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ",
        "Hồ", "Ngô", "Dương", "Lý", "Phan", "Trịnh", "Đinh", "Mai", "Cao", "Lương", "Chu", "Kiều", "Phùng", "Tạ"
    };
    private static final String[] MIDDLE_MEN = {
        "Văn", "Văn", "Đức", "Quang", "Hữu", "Minh", "Công", "Xuân", "Trọng", "Đình", "Tiến", "Mạnh", "Anh", "Ngọc"
    };
    private static final String[] MIDDLE_WOMEN = {
        "Thị", "Thị", "Thị", "Thu", "Ngọc", "Thanh", "Minh", "Bích", "Hồng", "Kim", "Mai", "Phương", "Thùy", "Lan"
    };
    private static final String[] GIVEN_MEN = {
        "An", "Bình", "Cường", "Dũng", "Đạt", "Giang", "Hải", "Hiếu", "Hòa", "Hoàng", "Hùng", "Hưng", "Khánh", "Khoa",
        "Kiên", "Lâm", "Long", "Minh", "Nam", "Nghĩa", "Phong", "Phúc", "Quân", "Quý", "Sơn", "Tài", "Tâm", "Thành",
        "Thắng", "Thịnh", "Tiến", "Toàn", "Trung", "Tuấn", "Tùng", "Việt", "Vinh", "Vượng"
    };
    private static final String[] GIVEN_WOMEN = {
        "Anh", "Bích", "Chi", "Diệp", "Dung", "Duyên", "Giang", "Hà", "Hạnh", "Hằng", "Hiền", "Hoa", "Hồng", "Huệ",
        "Hương", "Lan", "Liên", "Linh", "Loan", "Mai", "Minh", "Nga", "Ngân", "Ngọc", "Nhung", "Oanh", "Phương",
        "Quyên", "Tâm", "Thanh", "Thảo", "Thủy", "Trang", "Tuyết", "Vân", "Xuân", "Yến"
    };

    private People() {}

    /**
     * One invented learner.
     *
     * @param woman          true for a woman
     * @param identityNumber 12 digits, unique over all classes
     */
    record Invented(String fullName, LocalDate birthDate, boolean woman, String identityNumber) {}

    /** The learners of a class, between 30 and 52 years old on its first day. */
    static List<Invented> of(String classCode, LocalDate firstDay, int learners) {
        var chance = new Random(classCode.hashCode());
        var people = new ArrayList<Invented>();
        for (var i = 1; i <= learners; i++) {
            var woman = chance.nextInt(100) < 44;
            var name = pick(FAMILY, chance)
                    + " "
                    + pick(woman ? MIDDLE_WOMEN : MIDDLE_MEN, chance)
                    + " "
                    + pick(woman ? GIVEN_WOMEN : GIVEN_MEN, chance);
            var birthDate = firstDay.minusYears(30).minusDays(chance.nextInt(22 * 365));
            people.add(new Invented(name, birthDate, woman, identityNumber(classCode, i)));
        }
        return people;
    }

    /** 999, kind and year and number of the class, then the number in the class: no two are the same. */
    private static String identityNumber(String classCode, int number) {
        var parts = classCode.split("-");
        return "999" + (parts[0].equals("TC") ? "1" : "2") + parts[1].substring(2) + parts[2]
                + "%04d".formatted(number);
    }

    private static String pick(String[] words, Random chance) {
        return words[chance.nextInt(words.length)];
    }
}
