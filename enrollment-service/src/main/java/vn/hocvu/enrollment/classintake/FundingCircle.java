package vn.hocvu.enrollment.classintake;

import vn.hocvu.enrollment.classintake.IntakeRefusal.OutsideFunding;

/** Only organisations that take part in a class send learners to it; a class that names none takes everybody's. */
final class FundingCircle {
    private FundingCircle() {}

    static void require(ClassId classId, IntakeTerms terms, OrgId sender) {
        var invited = terms.participatingOrgIds();
        if (!invited.isEmpty() && !invited.contains(sender) && !sender.equals(terms.fundingOrgId())) {
            throw new OutsideFunding(classId, sender);
        }
    }
}
