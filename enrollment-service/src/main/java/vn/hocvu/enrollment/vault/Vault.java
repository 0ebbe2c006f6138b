package vn.hocvu.enrollment.vault;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import vn.hocvu.enrollment.classintake.LearnerId;

/** Knows who the learners are. Whoever opens a person must be entitled, and the view is to be recorded by {@link PersonalDataViews}. */
public interface Vault {
    /**
     * Takes a person in, or finds that the identity number is known.
     *
     * @param fresh gives the id of somebody new
     */
    Kept keep(Person person, Supplier<LearnerId> fresh);

    /** As {@link #keep} for each, in one transaction and in order. */
    List<Kept> keepAll(List<Person> people, Supplier<LearnerId> fresh);

    /** Whose identity number this is, found by its keyed mark. */
    Optional<LearnerId> findByIdentity(String identityNumber);

    /** As {@link #findByIdentity(String)} for many at once; numbers nobody has are left out. */
    Map<String, LearnerId> findByIdentity(Collection<String> identityNumbers);

    /** For each person, learners of the same name and birth date, whoever they are; probably the same people. */
    Map<Person, List<LearnerId>> namesakes(Collection<Person> people);

    /** The person; empty if there is none or the person was erased. */
    Optional<Person> open(LearnerId learnerId);

    /** Those of the learners whom the vault can still name. */
    Map<LearnerId, Person> open(Collection<LearnerId> learnerIds);

    /** Learners whose name contains every word, whatever case and diacritics, at most {@code most}. */
    List<LearnerId> search(String words, int most);

    /** Destroys the key of a person: nobody can read the values again, from whatever copy of the database. */
    void erase(LearnerId learnerId, String erasedBy);

    /**
     * What became of somebody who was to be taken in.
     *
     * @param known     true if the identity number was known before
     * @param different true if it was known under another name or birth date
     */
    record Kept(LearnerId learnerId, boolean known, boolean different) {}
}
