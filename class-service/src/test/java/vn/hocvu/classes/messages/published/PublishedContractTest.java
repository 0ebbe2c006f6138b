package vn.hocvu.classes.messages.published;

import org.junit.jupiter.api.Test;
import vn.hocvu.classes.trainingclass.EveryFact;
import vn.hocvu.platform.testkit.Contracts;

class PublishedContractTest {
    @Test
    void everyFactOfAClassIsToldAsItsSampleShows() {
        Contracts.producer("class", new ClassMessages()).publishes(EveryFact.inOrder());
    }
}
