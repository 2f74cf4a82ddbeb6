package io.spillway.app.graph;

import java.net.InetAddress;
import java.net.UnknownHostException;

/// Names this user on this machine, for the journal.
public final class Station {
    private Station() {}

    /// Who at which machine.
    public static String name() {
        return System.getProperty("user.name", "somebody") + "@" + host();
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }
}
