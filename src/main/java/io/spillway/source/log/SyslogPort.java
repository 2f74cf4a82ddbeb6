package io.spillway.source.log;

import io.spillway.source.SourceException;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Listens for syslog datagrams on loopback. A thread of its own takes them as they come, because
/// the system holds only few; between two polls the newest are kept.
final class SyslogPort implements LogInput {
    private static final int BUFFER = 4 << 20;

    private final InetSocketAddress address;
    private final String text;
    private final Lines heard;
    private @Nullable DatagramChannel channel;
    private @Nullable Thread receiver;

    /// Does not listen before the first [#read].
    ///
    /// @param text the address as configured
    /// @param most lines that are kept between two polls
    /// @throws IllegalArgumentException if the address is not on loopback
    SyslogPort(String text, InetSocketAddress address, int most) {
        if (address.isUnresolved() || !address.getAddress().isLoopbackAddress()) {
            throw new IllegalArgumentException(
                    text + " is not on loopback: logs are taken from this machine only.");
        }
        this.text = text;
        this.address = address;
        heard = new Lines(most);
    }

    @Override
    public String text() {
        return text;
    }

    @Override
    public void read(Instant now, Lines into) throws SourceException {
        DatagramChannel open = channel;
        if (open == null || !open.isOpen()) {
            listen();
        }
        synchronized (heard) {
            heard.drainTo(into);
        }
    }

    @Override
    public void sample(Instant now, Lines into) throws SourceException {
        read(now, into);
    }

    private void listen() throws SourceException {
        try {
            DatagramChannel opened = DatagramChannel.open();
            channel = opened;
            opened.setOption(StandardSocketOptions.SO_RCVBUF, BUFFER);
            opened.bind(address);
            receiver = Thread.ofVirtual().name("syslog").start(() -> receive(opened));
        } catch (BindException e) {
            close();
            throw new SourceException(
                    text
                            + " is taken: end the program that listens there (it may be another"
                            + " Spillway), or choose another port.",
                    e);
        } catch (IOException e) {
            close();
            throw new SourceException(
                    text + " cannot be listened on (" + e.getMessage() + "): choose another.", e);
        }
    }

    private void receive(DatagramChannel from) {
        ByteBuffer datagram = ByteBuffer.allocate(1 << 16);
        try (from) {
            while (true) {
                from.receive(datagram.clear());
                String lines =
                        new String(
                                datagram.array(), 0, datagram.position(), StandardCharsets.UTF_8);
                synchronized (heard) {
                    lines.lines().forEach(heard::add);
                }
            }
        } catch (IOException e) {
            // Closed; or broken, and the next poll listens anew.
        }
    }

    /// The port is free when this returns: the system keeps it until the receiver has let go.
    @Override
    public void close() {
        DatagramChannel open = channel;
        Thread running = receiver;
        channel = null;
        receiver = null;
        try {
            if (open != null) {
                open.close();
            }
            if (running != null) {
                running.join(Duration.ofSeconds(1));
            }
        } catch (IOException e) {
            // Nobody listens any more, and that was the aim.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
