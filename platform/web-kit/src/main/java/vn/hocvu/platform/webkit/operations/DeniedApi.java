package vn.hocvu.platform.webkit.operations;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.hocvu.platform.webkit.Allowed;
import vn.hocvu.platform.webkit.InvalidInput;

/** Attempts without the right to, for those who inspect the trail of all services. */
@RestController
@RequestMapping("/api/v1/denied-attempts")
@Allowed("AUDITOR")
class DeniedApi {
    private static final int MOST = 500;

    private final DeniedRecords records;

    DeniedApi(DeniedRecords records) {
        this.records = records;
    }

    @GetMapping
    @Operation(summary = "Attempts without the right to, the newest first")
    List<DeniedRecords.Attempt> newest(@RequestParam(defaultValue = "100") int size) {
        if (size < 1 || size > MOST) {
            throw InvalidInput.of("size", "error.range", 1, MOST);
        }
        return records.newest(size);
    }
}
