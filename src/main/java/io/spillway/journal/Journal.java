package io.spillway.journal;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

/// What happened, for ever: one SQLite file with one append-only table of events, and beside it one
/// note a name of what now is. Any thread may use it; other processes may read, and even write, at
/// the same time.
public final class Journal implements AutoCloseable {
    private static final String INSERT =
            "insert into event (time, author, console, kind, subject, body)"
                    + " values (?, ?, ?, ?, ?, ?)";
    private static final String FIELDS =
            "select id, time, author, console, kind, subject, body from event";
    private static final String SELECT = FIELDS + " where kind >= ? and kind < ? order by id";

    /// The plus keeps to the order of ids, of which few are asked for.
    private static final String KINDS = "+kind >= ? and +kind < ?";

    private static final String STRETCH =
            FIELDS
                    + " where id > ? and id <= ? and time >= ? and time < ? and "
                    + KINDS
                    + " order by id desc";
    private static final String NOTE =
            "insert into note (name, body) values (?, ?)"
                    + " on conflict (name) do update set body = excluded.body";

    /// Sorts after every character that a kind may hold.
    private static final String LAST = "\uffff";

    /// So many ids are looked at before others get their turn.
    private static final long AT_ONCE = 2_000;

    private static final Instant LAST_TIME = Instant.parse("9999-12-31T23:59:59Z");

    private final Path file;
    private final Connection connection;
    private final ReentrantLock lock = new ReentrantLock(true);

    private Journal(Path file, Connection connection) {
        this.file = file;
        this.connection = connection;
    }

    /// Opens a journal, made new where there is no file. The folder must exist.
    ///
    /// @throws JournalException if the file cannot be used, or is of a newer version, which leaves
    ///   it untouched
    public static Journal open(Path file) throws JournalException {
        JournalFile.refuseNewer(file);
        try {
            Connection connection = JournalFile.connect(file, false);
            try {
                prepare(file, connection);
            } catch (SQLException | JournalException e) {
                connection.close();
                throw e;
            }
            return new Journal(file, connection);
        } catch (SQLException e) {
            throw JournalFile.trouble("opened", file, e);
        }
    }

    /// Looks whether a journal can be used, and changes nothing in it. The file must exist.
    ///
    /// @throws JournalException if it is of a newer version or damaged
    public static void check(Path file) throws JournalException {
        JournalFile.refuseNewer(file);
        try (Connection look = JournalFile.connect(file, true);
                Statement s = look.createStatement();
                ResultSet r = s.executeQuery("pragma quick_check(1)")) {
            String found = r.getString(1);
            if (!found.equals("ok")) {
                throw new JournalException(
                        "The journal %s is damaged (%s): bring it back from a backup."
                                .formatted(file, found));
            }
        } catch (SQLException e) {
            throw JournalFile.trouble("read", file, e);
        }
    }

    private static void prepare(Path file, Connection connection)
            throws SQLException, JournalException {
        try (Statement s = connection.createStatement();
                ResultSet r = s.executeQuery("pragma journal_mode = wal")) {
            if (!"wal".equals(r.getString(1))) {
                throw new JournalException(
                        ("The journal %s cannot be kept safely there (its file system refuses a"
                                        + " write-ahead log): choose a state folder on a local"
                                        + " disk.")
                                .formatted(file));
            }
        }
        Schema.migrate(connection);
    }

    /// Adds one event. Returns once it is synced to the disk.
    ///
    /// @param body a JSON document
    /// @return the event as it stands
    public Event append(
            Instant time, String author, String console, String kind, String subject, String body)
            throws JournalException {
        Draft draft = new Draft(time, author, console, kind, subject, body);
        lock.lock();
        try {
            long id = insert(draft);
            return new Event(id, time, author, console, kind, subject, body);
        } catch (SQLException e) {
            throw JournalFile.trouble("written", file, e);
        } finally {
            lock.unlock();
        }
    }

    private long insert(Draft draft) throws SQLException {
        try (PreparedStatement s = connection.prepareStatement(INSERT)) {
            s.setString(1, draft.time().toString());
            s.setString(2, draft.author());
            s.setString(3, draft.console());
            s.setString(4, draft.kind());
            s.setString(5, draft.subject());
            s.setString(6, draft.body());
            s.executeUpdate();
            try (ResultSet keys = s.getGeneratedKeys()) {
                return keys.getLong(1);
            }
        }
    }

    /// Adds events and replaces the note of a name with what now is, all of it or nothing. Returns
    /// once it is synced to the disk.
    ///
    /// @param name of the note: whose memory it is
    /// @param note a JSON document
    public void append(List<Draft> drafts, String name, String note) throws JournalException {
        lock.lock();
        try {
            connection.setAutoCommit(false);
            try {
                for (Draft draft : drafts) {
                    insert(draft);
                }
                keep(name, note);
                connection.commit();
            } catch (SQLException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw JournalFile.trouble("written", file, e);
        } finally {
            lock.unlock();
        }
    }

    private void keep(String name, String note) throws SQLException {
        try (PreparedStatement s = connection.prepareStatement(NOTE)) {
            s.setString(1, name);
            s.setString(2, note);
            s.executeUpdate();
        }
    }

    /// The note of a name, if one was ever written.
    public Optional<String> note(String name) throws JournalException {
        lock.lock();
        try (PreparedStatement s =
                connection.prepareStatement("select body from note where name = ?")) {
            s.setString(1, name);
            try (ResultSet r = s.executeQuery()) {
                return r.next() ? Optional.of(r.getString(1)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw JournalFile.trouble("read", file, e);
        } finally {
            lock.unlock();
        }
    }

    /// Every event whose kind begins with the prefix, oldest first.
    public List<Event> events(String kindPrefix) throws JournalException {
        lock.lock();
        try (PreparedStatement s = connection.prepareStatement(SELECT)) {
            s.setString(1, kindPrefix);
            s.setString(2, kindPrefix + LAST);
            return events(s);
        } catch (SQLException e) {
            throw JournalFile.trouble("read", file, e);
        } finally {
            lock.unlock();
        }
    }

    /// Every event after the one with this id whose kind begins with one of the prefixes, oldest
    /// first.
    ///
    /// @param id 0 for all
    /// @param kindPrefixes none for all
    public List<Event> since(long id, String... kindPrefixes) throws JournalException {
        String kinds = String.join(" or ", Collections.nCopies(kindPrefixes.length, KINDS));
        String all = kinds.isEmpty() ? "true" : kinds;
        lock.lock();
        try (PreparedStatement s =
                connection.prepareStatement(
                        FIELDS + " where id > ? and (" + all + ") order by id")) {
            s.setLong(1, id);
            for (int i = 0; i < kindPrefixes.length; i++) {
                s.setString(2 * i + 2, kindPrefixes[i]);
                s.setString(2 * i + 3, kindPrefixes[i] + LAST);
            }
            return events(s);
        } catch (SQLException e) {
            throw JournalFile.trouble("read", file, e);
        } finally {
            lock.unlock();
        }
    }

    /// The id of the newest event, 0 if there is none.
    public long last() throws JournalException {
        lock.lock();
        try (Statement s = connection.createStatement();
                ResultSet r = s.executeQuery("select coalesce(max(id), 0) from event")) {
            return r.getLong(1);
        } catch (SQLException e) {
            throw JournalFile.trouble("read", file, e);
        } finally {
            lock.unlock();
        }
    }

    /// Tells events of a span whose kind begins with the prefix, newest first, while more are
    /// wanted. Others may read and write meanwhile; what they write is not told.
    ///
    /// @param from the first whole second that counts
    /// @param until the first whole second that does not
    /// @param more takes one event and says whether it wants another
    public void back(String kindPrefix, Instant from, Instant until, Predicate<Event> more)
            throws JournalException {
        for (long id = last(); id > 0; id -= AT_ONCE) {
            for (Event event : stretch(kindPrefix, from, until, id)) {
                if (!more.test(event)) {
                    return;
                }
            }
        }
    }

    private List<Event> stretch(String kindPrefix, Instant from, Instant until, long last)
            throws JournalException {
        lock.lock();
        try (PreparedStatement s = connection.prepareStatement(STRETCH)) {
            s.setLong(1, last - AT_ONCE);
            s.setLong(2, last);
            s.setString(3, second(from));
            s.setString(4, second(until));
            s.setString(5, kindPrefix);
            s.setString(6, kindPrefix + LAST);
            return events(s);
        } catch (SQLException e) {
            throw JournalFile.trouble("read", file, e);
        } finally {
            lock.unlock();
        }
    }

    /// Comes before every time within that second as it is written.
    private static String second(Instant time) {
        // Years of more than four digits would sort before all others.
        Instant sane = time.isAfter(LAST_TIME) ? LAST_TIME : time;
        String text = sane.truncatedTo(ChronoUnit.SECONDS).toString();
        return text.substring(0, text.length() - 1);
    }

    private static List<Event> events(PreparedStatement s) throws SQLException {
        List<Event> events = new ArrayList<>();
        try (ResultSet r = s.executeQuery()) {
            while (r.next()) {
                events.add(event(r));
            }
        }
        return List.copyOf(events);
    }

    private static Event event(ResultSet r) throws SQLException {
        return new Event(
                r.getLong(1),
                Instant.parse(r.getString(2)),
                r.getString(3),
                r.getString(4),
                r.getString(5),
                r.getString(6),
                r.getString(7));
    }

    @Override
    public void close() {
        lock.lock();
        try {
            connection.close();
        } catch (SQLException e) {
            // Everything that was appended is synced already: there is nothing left to lose.
            return;
        } finally {
            lock.unlock();
        }
    }
}
