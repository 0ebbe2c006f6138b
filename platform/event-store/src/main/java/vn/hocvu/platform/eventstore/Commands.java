package vn.hocvu.platform.eventstore;

/** The one way to change anything: an order goes in, and either all of its events are kept or none. */
public interface Commands {
    /**
     * Carries the order out in one transaction, or answers the first outcome again if its id was carried out before.
     *
     * @throws NotPermitted     if the actor has none of the roles the command needs
     * @throws StaleVersion     if the aggregate has moved past the expected version
     * @throws UnknownAggregate if the command is for something that does not exist
     * @throws Contended        if others kept changing the aggregate at the same moment
     * @throws TooLarge         if the decision is too big to be kept
     * @throws StoreUnavailable if the store cannot be reached; the same id may be tried again
     * @throws RuntimeException the aggregate's own refusal
     */
    Outcome send(Order order);
}
