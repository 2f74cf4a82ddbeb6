package io.spillway.app.output;

import io.spillway.app.doctor.Finding;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Findings of `spillway doctor`; the fields of its JSON are described in `docs/cli.md`.
public final class DoctorOutput {
    private DoctorOutput() {}

    /// For people.
    public static String text(List<Finding> findings) {
        Table table = new Table("AREA", "VERDICT", "MESSAGE");
        findings.forEach(f -> table.row(f.area(), word(f), f.message()));
        return table.toString();
    }

    private static String word(Finding finding) {
        return finding.verdict() == Finding.Verdict.FAIL ? "FAIL" : finding.verdict().word();
    }

    /// A JSON array.
    public static String json(List<Finding> findings) {
        ArrayNode array = Json.array();
        for (Finding finding : findings) {
            ObjectNode node = array.addObject();
            node.put("area", finding.area());
            node.put("verdict", finding.verdict().word());
            node.put("message", finding.message());
        }
        return Json.pretty(array);
    }
}
