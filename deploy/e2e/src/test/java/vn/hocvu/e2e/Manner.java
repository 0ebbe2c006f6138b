package vn.hocvu.e2e;

/**
 * How somebody browses.
 *
 * @param name in the names of screenshots
 * @param scripts whether the browser runs JavaScript; without it, everything is done with the keyboard
 * @param locale BCP 47 tag of the browser, which decides the language of the first page
 * @param dark whether the system asks for a dark theme
 * @param width of the window, CSS pixels
 * @param height of the window, CSS pixels
 */
record Manner(String name, boolean scripts, String locale, boolean dark, int width, int height) {

    static final Manner USUAL = new Manner("usual", true, "vi-VN", false, 1280, 900);
    static final Manner PLAIN = new Manner("plain", false, "vi-VN", false, 390, 844);
    static final Manner ENGLISH_DARK = new Manner("english-dark", true, "en-GB", true, 1280, 900);
}
