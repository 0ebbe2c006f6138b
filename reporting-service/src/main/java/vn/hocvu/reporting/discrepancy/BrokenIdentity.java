package vn.hocvu.reporting.discrepancy;

import vn.hocvu.reporting.publishedfigure.Count;

/**
 * Two sums of published figures that should be equal and are not.
 *
 * @param identity TRAINED: graduated, closed and carried out make up what was trained;
 *                 OPENED: opened as the end of the year implies it, against its beginning
 * @param implied  what one side comes to
 * @param against  what the other side says
 */
public record BrokenIdentity(String identity, Count implied, Count against) {}
