package vn.hocvu.platform.webkit.papers;

import com.openhtmltopdf.extend.FSSupplier;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.logging.Level;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Lays XHTML out on pages, tagged for screen readers, with the faces of one embedded serif and no way out. */
final class PdfPages {
    /** Has the widths of Times New Roman and every Vietnamese letter. */
    private static final String FAMILY = "Liberation Serif";

    private static final String FONTS = "/com/mpobjects/jasperreports/fonts/liberation/LiberationSerif-";
    private static final int REGULAR = 400;
    private static final int BOLD = 700;
    /** For characters that the font lacks. */
    private static final String MISSING = "□";

    static {
        XRLog.listRegisteredLoggers().forEach(name -> XRLog.setLevel(name, Level.WARNING));
    }

    byte[] of(String xhtml) {
        var pdf = new ByteArrayOutputStream();
        var builder = new PdfRendererBuilder()
                .useExternalResourceAccessControl(
                        (address, kind) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI)
                .useUriResolver((base, address) -> null)
                .useFont(face("Regular"), FAMILY, REGULAR, FontStyle.NORMAL, true)
                .useFont(face("Bold"), FAMILY, BOLD, FontStyle.NORMAL, true)
                .useFont(face("Italic"), FAMILY, REGULAR, FontStyle.ITALIC, true)
                .useFont(face("BoldItalic"), FAMILY, BOLD, FontStyle.ITALIC, true)
                .useReplacementText(MISSING)
                .usePdfUaAccessibility(true)
                .withProducer("Học Vụ")
                .withW3cDocument(read(xhtml), null)
                .toStream(pdf);
        try {
            builder.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return pdf.toByteArray();
    }

    private static FSSupplier<InputStream> face(String face) {
        return () -> Objects.requireNonNull(PdfPages.class.getResourceAsStream(FONTS + face + ".ttf"), face);
    }

    /** No document type, hence no entity that could name a file. */
    private static Document read(String xhtml) {
        try {
            var factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(new InputSource(new StringReader(xhtml)));
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new IllegalStateException("a paper's template is not well formed", e);
        }
    }
}
