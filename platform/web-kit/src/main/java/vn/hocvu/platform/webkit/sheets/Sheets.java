package vn.hocvu.platform.webkit.sheets;

import java.util.List;
import org.springframework.web.multipart.MaxUploadSizeExceededException;

/** Reads and writes .xlsx files. Reading never trusts a file; writing never lets a cell become a formula. */
public interface Sheets {
    /** Media type of .xlsx files. */
    String CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /**
     * Reads the rows of the first tab below its header row, which is found by its texts (any order, any case, with or
     * without diacritics), within the first 20 rows. Empty rows are left out.
     *
     * @throws MaxUploadSizeExceededException if the file is bigger than 10 MB
     * @throws SheetRefused                   if it is no plain .xlsx, is too big unpacked, holds formulas, macros or outside
     *                                        links, or lacks a required column
     */
    List<SheetRow> read(byte[] file, List<SheetColumn> columns);

    /** Writes the sheets as one workbook. */
    byte[] write(List<NewSheet> sheets);

    /** Writes one sheet as a workbook. */
    default byte[] write(NewSheet sheet) {
        return write(List.of(sheet));
    }

    /** The same sheets below each other as CSV, an empty line between them; UTF-8 with one byte order mark. */
    byte[] csv(List<NewSheet> sheets);
}
