package io.spillway.fleet;

import java.util.Map;

/// CPU that all processes of one name take on a machine, as a process exporter counts it.
///
/// @param labels of the machine, as the metrics engine writes them
/// @param process the name of the group of processes
/// @param cores CPU taken now, in cores: 1.5 is one core and a half
/// @param usualCores the same over the last minutes, before what happens now; what is seen for the
///   first time counts from 0
/// @param machineCores cores of the machine, 0 if the engine does not know
/// @param time of the reading, epoch milliseconds
public record ProcessShare(
        Map<String, String> labels,
        String process,
        float cores,
        float usualCores,
        int machineCores,
        long time) {
    public ProcessShare {
        labels = Map.copyOf(labels);
    }

    /// Share of the machine, 0..1; NaN if its cores are not known.
    public float share() {
        return machineCores > 0 ? cores / machineCores : Float.NaN;
    }

    /// By how much the share has risen over its usual; NaN if the cores are not known.
    public float rise() {
        return machineCores > 0 ? (cores - usualCores) / machineCores : Float.NaN;
    }
}
