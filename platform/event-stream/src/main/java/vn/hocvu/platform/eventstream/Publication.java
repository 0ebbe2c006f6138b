package vn.hocvu.platform.eventstream;

import java.util.Optional;

/** What one service tells the world: where, under which name, and which of its stored events. */
public interface Publication {
    /** The service's own topic, for example {@code hocvu.class.events.v1}; no other service writes it. */
    String topic();

    /** The word for this service in message types, for example {@code class} in {@code vn.hocvu.class.ClassOpened.v1}. */
    String source();

    /** The message that a stored event becomes; empty when the event is nobody else's business. */
    Optional<Message> of(Object storedEvent);
}
