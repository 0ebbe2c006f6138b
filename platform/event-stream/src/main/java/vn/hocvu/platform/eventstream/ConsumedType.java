package vn.hocvu.platform.eventstream;

/**
 * One message type that a service reads, with the record of the fields it reads of it.
 *
 * @param ceType full CloudEvents type, {@code vn.hocvu.class.ClassOpened.v1}
 */
public record ConsumedType<T>(String ceType, Class<T> body) {}
