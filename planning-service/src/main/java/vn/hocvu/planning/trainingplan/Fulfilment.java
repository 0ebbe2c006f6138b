package vn.hocvu.planning.trainingplan;

/**
 * How far an item has come, in classes: granted, opened and unfulfilled together never exceed the quota.
 *
 * @param granted     classes in preparation
 * @param unfulfilled classes given up with a reason
 */
public record Fulfilment(int quota, int granted, int opened, int unfulfilled) {
    /** Classes that nobody has asked for yet. */
    public int remaining() {
        return quota - granted - opened - unfulfilled;
    }

    /** Nothing is left to be done or decided. */
    public boolean settled() {
        return granted == 0 && remaining() == 0;
    }

    /** The state of an item of an allocated plan. */
    public ItemState state() {
        int done = opened + unfulfilled;
        if (done == 0) {
            return ItemState.ALLOCATED;
        }
        if (done < quota) {
            return ItemState.IN_PROGRESS;
        }
        if (unfulfilled == 0) {
            return ItemState.FULFILLED;
        }
        return opened == 0 ? ItemState.UNFULFILLED : ItemState.PARTLY_FULFILLED;
    }
}
