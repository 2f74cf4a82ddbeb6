package io.spillway.app.output;

import io.spillway.app.setup.Certificates;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/// Certificates for people.
public final class MadeText {
    private MadeText() {}

    public static String of(List<Certificates.Made> made) {
        Table table = new Table("FILE", "WHAT", "VALID UNTIL");
        for (Certificates.Made each : made) {
            Instant until = each.until();
            table.row(
                    each.file().toString(),
                    each.what(),
                    until == null ? "-" : until.atZone(ZoneOffset.UTC).toLocalDate().toString());
        }
        return table.toString();
    }
}
