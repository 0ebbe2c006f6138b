package vn.hocvu.platform.webkit.papers;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import vn.hocvu.platform.webkit.Formats;

/** A paper as a Word document: one template for each part of the file. */
final class DocxFile {
    /** Name in the file, and template. */
    private static final List<Map.Entry<String, String>> PARTS = List.of(
            Map.entry("[Content_Types].xml", "types.xml"),
            Map.entry("_rels/.rels", "package.xml"),
            Map.entry("docProps/core.xml", "core.xml"),
            Map.entry("word/document.xml", "document.xml"),
            Map.entry("word/_rels/document.xml.rels", "relations.xml"),
            Map.entry("word/styles.xml", "styles.xml"),
            Map.entry("word/header1.xml", "header.xml"),
            Map.entry("word/footer1.xml", "footer.xml"));

    private final PaperTemplates templates;

    DocxFile(PaperTemplates templates) {
        this.templates = templates;
    }

    byte[] of(Paper paper) {
        var file = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(file)) {
            for (var part : PARTS) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                var text = templates.fill("papers/docx/" + part.getValue(), Formats.VIETNAMESE, Map.of("paper", paper));
                zip.write(text.getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }
}
