package io.spillway.relief;

import java.util.List;
import java.util.Locale;

/// Figures and lists as operators read them.
public final class Words {
    private Words() {}

    /// `lb-1`, `lb-1 and lb-2`, `lb-1, lb-2 and lb-3`.
    public static String join(List<String> names) {
        int last = names.size() - 1;
        return last < 1
                ? String.join("", names)
                : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }

    /// `81 %`.
    public static String percent(double share) {
        return Math.round(100 * share) + " %";
    }

    /// `+24 %`, `-18 %` with a true minus sign.
    public static String signed(double share) {
        long points = Math.round(100 * share);
        return points < 0 ? "−" + -points + " %" : "+" + points + " %";
    }

    /// `1 server`, `12 servers`.
    public static String count(int n, String noun) {
        return number(n) + " " + noun + (n == 1 ? "" : "s");
    }

    /// `1,200`.
    public static String number(double n) {
        return String.format(Locale.ROOT, "%,d", Math.round(n));
    }
}
