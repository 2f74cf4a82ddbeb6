package io.spillway.practice;

/// Addresses and networks of version 4 as keys of a map.
final class Network {
    private Network() {}

    /// Bits by which a network, or a single address, holds an address; -1 if it does not.
    static int width(String network, String address) {
        int slash = network.indexOf('/');
        long base = number(slash < 0 ? network : network.substring(0, slash));
        int bits = slash < 0 ? 32 : bits(network.substring(slash + 1));
        long wanted = number(address);
        if (base < 0 || wanted < 0 || bits < 0) {
            return -1;
        }
        return base >> (32 - bits) == wanted >> (32 - bits) ? bits : -1;
    }

    /// True if it can be a key.
    static boolean valid(String network) {
        int slash = network.indexOf('/');
        return slash < 0
                ? number(network) >= 0
                : number(network.substring(0, slash)) >= 0
                        && bits(network.substring(slash + 1)) >= 0;
    }

    private static int bits(String text) {
        int bits = text.matches("\\d{1,2}") ? Integer.parseInt(text) : -1;
        return bits <= 32 ? bits : -1;
    }

    private static long number(String address) {
        String[] parts = address.split("\\.", -1);
        long number = 0;
        for (String part : parts) {
            if (parts.length != 4 || !part.matches("\\d{1,3}") || Integer.parseInt(part) > 255) {
                return -1;
            }
            number = number << 8 | Integer.parseInt(part);
        }
        return number;
    }
}
