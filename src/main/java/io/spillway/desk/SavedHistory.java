package io.spillway.desk;

import io.spillway.fleet.Metric;
import io.spillway.history.Fill;
import io.spillway.history.Resolution;
import io.spillway.history.Segment;
import io.spillway.history.Statistic;
import io.spillway.history.Subject;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;

/// How a stretch of aggregates stands in a file: a mark and a version, what it is of, each
/// aggregate's name and values, and a checksum over all of it.
final class SavedHistory {
    private static final int MARK = 0x53504857;
    private static final int VERSION = 1;

    private SavedHistory() {}

    /// The file is not one of this version, or was changed.
    static final class Unreadable extends IOException {
        private static final long serialVersionUID = 1L;

        Unreadable(String why) {
            super(why);
        }
    }

    static void write(Segment segment, OutputStream to) throws IOException {
        CheckedOutputStream sum = new CheckedOutputStream(to, new CRC32C());
        DataOutputStream out = new DataOutputStream(sum);
        out.writeInt(MARK);
        out.writeInt(VERSION);
        out.writeUTF(segment.resolution().name());
        out.writeLong(segment.number());
        out.writeInt(segment.fills().size());
        for (Fill fill : segment.fills()) {
            out.writeUTF(fill.subject().pool());
            out.writeUTF(fill.metric().name());
            out.writeUTF(fill.statistic().name());
            ByteBuffer values = ByteBuffer.allocate(fill.values().length * Float.BYTES);
            values.asFloatBuffer().put(fill.values());
            out.write(values.array());
        }
        out.flush();
        out.writeLong(sum.getChecksum().getValue());
        out.flush();
    }

    /// @throws Unreadable if it is of another version or damaged
    static Segment read(InputStream from) throws IOException {
        CheckedInputStream sum = new CheckedInputStream(from, new CRC32C());
        DataInputStream in = new DataInputStream(sum);
        if (in.readInt() != MARK) {
            throw new Unreadable("it is no history");
        }
        int version = in.readInt();
        if (version != VERSION) {
            throw new Unreadable("it is of version " + version);
        }
        try {
            Segment segment = content(in);
            long expected = sum.getChecksum().getValue();
            if (in.readLong() != expected) {
                throw new Unreadable("its checksum is wrong");
            }
            return segment;
        } catch (IllegalArgumentException e) {
            throw new Unreadable("its content is damaged");
        }
    }

    private static Segment content(DataInputStream in) throws IOException {
        Resolution resolution = Resolution.valueOf(in.readUTF());
        long number = in.readLong();
        int fills = in.readInt();
        List<Fill> all = new ArrayList<>();
        byte[] bytes = new byte[resolution.segment() * Float.BYTES];
        long start = new Segment(resolution, number, List.of()).start();
        for (int i = 0; i < fills; i++) {
            Subject subject = new Subject(in.readUTF());
            Metric metric = Metric.valueOf(in.readUTF());
            Statistic statistic = Statistic.valueOf(in.readUTF());
            in.readFully(bytes);
            float[] values = new float[resolution.segment()];
            ByteBuffer.wrap(bytes).asFloatBuffer().get(values);
            all.add(new Fill(subject, metric, statistic, resolution, start, values));
        }
        return new Segment(resolution, number, all);
    }
}
