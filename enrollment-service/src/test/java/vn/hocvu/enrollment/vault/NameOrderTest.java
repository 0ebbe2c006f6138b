package vn.hocvu.enrollment.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NameOrderTest {
    private static final List<String> EXPECTED = List.of(
            "Nguyễn Thị An",
            "Nguyễn Văn An",
            "Trần Thị Ánh",
            "Lê Hồng Ân",
            "Hồ Văn Ẩn",
            "Đặng Văn Bình",
            "Dương Văn Dung",
            "Đỗ Văn Dung",
            "Phạm Đức Dũng",
            "Bùi Thị Đào",
            "Lê Thị Hoa",
            "Lê Thị Hòa",
            "Lê Thị Hỏa");

    @Test
    void namesFollowGivenFamilyAndMiddleNameByVietnameseCollation() {
        for (int seed = 0; seed < 20; seed++) {
            var shuffled = new ArrayList<>(EXPECTED);
            Collections.shuffle(shuffled, new Random(seed));

            shuffled.sort(NameOrder.BY_NAME);

            assertThat(shuffled).as("seed %d", seed).isEqualTo(EXPECTED);
        }
    }

    @Test
    void aSearchIgnoresCaseAndDiacritics() {
        assertThat(NameOrder.folded("  ĐỖ  Văn Dũng ")).isEqualTo("do van dung");
    }

    @Test
    void aNameOfOneWordHasAPlaceToo() {
        assertThat(NameOrder.BY_NAME.compare("An", "Nguyễn An")).isNegative();
    }
}
