package io.spillway.bench;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/// CPU time of the whole process from Linux's own clock, since the JDK's only ticks a hundred times
/// a second.
final class ProcessCpu {
    private static final int CLOCK_PROCESS_CPUTIME_ID = 2;

    private final MethodHandle call;
    private final MemorySegment time = Arena.ofAuto().allocate(ValueLayout.JAVA_LONG, 2);

    @SuppressWarnings("restricted")
    ProcessCpu() {
        Linker linker = Linker.nativeLinker();
        call =
                linker.downcallHandle(
                        linker.defaultLookup().findOrThrow("clock_gettime"),
                        FunctionDescriptor.of(
                                ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.ADDRESS));
    }

    /// Nanoseconds.
    long nanos() {
        try {
            int failed = (int) call.invokeExact(CLOCK_PROCESS_CPUTIME_ID, time);
            if (failed != 0) {
                throw new IllegalStateException("There is no clock of the process's CPU here.");
            }
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("The clock of the process's CPU does not answer.", e);
        }
        return time.getAtIndex(ValueLayout.JAVA_LONG, 0) * 1_000_000_000
                + time.getAtIndex(ValueLayout.JAVA_LONG, 1);
    }
}
