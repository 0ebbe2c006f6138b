package vn.hocvu.classes.trainingclass;

/** What every word in an order must satisfy: it is there, and it is not a novel. */
final class Texts {
    private Texts() {}

    static void require(String what, String value, int longest) {
        if (value.isBlank() || value.length() > longest) {
            throw new IllegalArgumentException(
                    what + " must have 1 to " + longest + " characters, was \"" + value + "\"");
        }
    }
}
