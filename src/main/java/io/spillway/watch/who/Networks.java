package io.spillway.watch.who;

/// The network of an address: /24 of IPv4, /48 of IPv6.
final class Networks {
    private Networks() {}

    /// As `192.0.2.0/24` or `2001:db8:1::/48`; what is no address is its own network.
    static String of(String address) {
        int dot = address.lastIndexOf('.');
        if (dot > 0 && address.indexOf(':') < 0) {
            return address.substring(0, dot) + ".0/24";
        }
        int end = -1;
        for (int group = 0; group < 3; group++) {
            int colon = address.indexOf(':', end + 1);
            if (colon < 0) {
                return address;
            }
            if (colon == end + 1) {
                return address.substring(0, colon) + (colon == 0 ? "::/48" : ":/48");
            }
            end = colon;
        }
        return address.substring(0, end) + "::/48";
    }
}
