package vn.hocvu.platform.webkit.sheets;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.springframework.web.multipart.MaxUploadSizeExceededException;

/** Looks into an uploaded file before anything else does, and refuses what is not a plain spreadsheet of sane size. */
final class Guard {
    static final int MOST_ENTRIES = 200;
    static final long MOST_BYTES = 10_000_000;
    static final long MOST_UNZIPPED = 100_000_000;
    static final int MOST_FOLD = 100;
    /** Small parts may shrink more than a hundredfold without being a bomb. */
    private static final long SMALL = 1_000_000;

    private static final int PROLOG = 4_096;

    private Guard() {}

    /**
     * @throws MaxUploadSizeExceededException if it is bigger than 10 MB
     * @throws SheetRefused                   naming what else is wrong
     */
    static void check(byte[] file) {
        if (file.length > MOST_BYTES) {
            throw new MaxUploadSizeExceededException(MOST_BYTES);
        }
        if (file.length < 4 || file[0] != 'P' || file[1] != 'K' || file[2] != 3 || file[3] != 4) {
            throw new SheetRefused("sheet.notSheet");
        }
        try (var zip = ZipFile.builder().setByteArray(file).get()) {
            entries(zip, file.length);
        } catch (IOException | RuntimeException e) {
            if (e instanceof SheetRefused refused) {
                throw refused;
            }
            throw new SheetRefused("sheet.notSheet");
        }
    }

    private static void entries(ZipFile zip, long size) throws IOException {
        int count = 0;
        long unzipped = 0;
        boolean types = false;
        boolean workbook = false;
        var entries = zip.getEntries();
        while (entries.hasMoreElements()) {
            var entry = entries.nextElement();
            if (++count > MOST_ENTRIES) {
                throw new SheetRefused("sheet.tooManyEntries");
            }
            var name = entry.getName().toLowerCase(Locale.ROOT).replace('\\', '/');
            refuseForeign(name);
            types |= name.equals("[content_types].xml");
            workbook |= name.equals("xl/workbook.xml");
            unzipped += measure(zip, entry, name, MOST_UNZIPPED - unzipped);
        }
        if (unzipped > SMALL && unzipped / Math.max(1, size) > MOST_FOLD) {
            throw new SheetRefused("sheet.tooBig");
        }
        if (!types || !workbook) {
            throw new SheetRefused("sheet.notSheet");
        }
    }

    private static void refuseForeign(String name) {
        if (name.contains("../") || name.startsWith("/")) {
            throw new SheetRefused("sheet.notSheet");
        }
        if ((name.endsWith(".bin") && name.contains("vba"))
                || name.contains("/embeddings/")
                || name.contains("/activex/")
                || name.contains("/macrosheets/")
                || name.contains("/dialogsheets/")) {
            throw new SheetRefused("sheet.macro");
        }
        if (name.contains("/externallinks/") || name.endsWith("/connections.xml") || name.contains("/querytables/")) {
            throw new SheetRefused("sheet.external");
        }
    }

    private static long measure(ZipFile zip, ZipArchiveEntry entry, String name, long left) throws IOException {
        long read = 0;
        var buffer = new byte[16_384];
        var text = new StringBuilder();
        boolean xml = name.endsWith(".xml") || name.endsWith(".rels") || name.endsWith(".vml");
        boolean types = name.equals("[content_types].xml");
        try (InputStream part = zip.getInputStream(entry)) {
            if (part == null) {
                throw new SheetRefused("sheet.notSheet");
            }
            int got;
            while ((got = part.read(buffer)) > 0) {
                if (xml && (read < PROLOG || types)) {
                    text.append(new String(buffer, 0, got, StandardCharsets.ISO_8859_1));
                }
                read += got;
                if (read > left) {
                    throw new SheetRefused("sheet.tooBig");
                }
            }
        }
        long packed = entry.getCompressedSize();
        if (read > SMALL && packed > 0 && read / packed > MOST_FOLD) {
            throw new SheetRefused("sheet.tooBig");
        }
        // UTF-16 parts read as Latin-1 carry a zero byte beside each letter.
        var seen = text.toString().replace("\0", "");
        if (seen.contains("<!DOCTYPE") || seen.contains("<!ENTITY")) {
            throw new SheetRefused("sheet.external");
        }
        if (types && seen.contains("macroEnabled")) {
            throw new SheetRefused("sheet.macro");
        }
        return read;
    }
}
