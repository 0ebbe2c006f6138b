/** enrollment-service: dossiers, seats, the roll of each class, the learners, and the vault that alone can name them. */
@NullMarked
package vn.hocvu.enrollment;

import org.jspecify.annotations.NullMarked;
