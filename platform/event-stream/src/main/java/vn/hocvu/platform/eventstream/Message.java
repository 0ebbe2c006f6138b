package vn.hocvu.platform.eventstream;

/**
 * One message of the published language.
 *
 * @param type    its stable word, for example {@code ClassOpened}
 * @param version 1 until a change is more than an added optional field
 * @param payload a record, written as JSON by its component names
 */
public record Message(String type, int version, Object payload) {
    public Message {
        if (!type.matches("[A-Za-z][A-Za-z0-9]{0,99}") || version < 1) {
            throw new IllegalArgumentException("not a message type: " + type + " version " + version);
        }
    }

    /** The type as it travels, for example {@code vn.hocvu.class.ClassOpened.v1}. */
    public String ceType(String source) {
        return "vn.hocvu." + source + "." + type + ".v" + version;
    }
}
