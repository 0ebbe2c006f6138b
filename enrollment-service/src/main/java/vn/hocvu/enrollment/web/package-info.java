/** How people and programs ask enrollment: pages, API, forms, and the import of a roll from a spreadsheet. */
@NullMarked
package vn.hocvu.enrollment.web;

import org.jspecify.annotations.NullMarked;
