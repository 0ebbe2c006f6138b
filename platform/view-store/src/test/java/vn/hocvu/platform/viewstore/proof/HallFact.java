package vn.hocvu.platform.viewstore.proof;

/** What halls tell on their topic, as the sample views read it. */
public sealed interface HallFact {
    String hallId();

    record HallOpened(String hallId, String name, String district) implements HallFact {}

    record SeatTaken(String hallId, int seat) implements HallFact {}

    record SeatFreed(String hallId, int seat) implements HallFact {}
}
