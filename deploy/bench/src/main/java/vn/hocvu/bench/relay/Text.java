package vn.hocvu.bench.relay;

import java.util.Random;

/**
 * Invented sentences of a given length, the same for the same seed; of common words, so that they can be compressed as
 * well and as badly as real ones.
 *
 * @param bytes length of each text
 */
public record Text(int bytes, long seed) {
    private static final String[] WORDS = {
        "lop", "hoc vien", "trung cap", "ly luan", "chinh tri", "boi duong", "quyet dinh", "ngay", "trung tam", "quan",
        "huyen", "nhap hoc", "tot nghiep", "ke hoach", "chi tieu", "dot", "khoa", "giang vien", "hoi truong", "thang"
    };

    String of(int number) {
        var chance = new Random(seed + number);
        var text = new StringBuilder(bytes + 20);
        while (text.length() < bytes) {
            text.append(WORDS[chance.nextInt(WORDS.length)])
                    .append(' ')
                    .append(chance.nextInt(100_000))
                    .append(' ');
        }
        return text.substring(0, bytes);
    }
}
