package io.spillway.ui.setup;

import java.util.List;
import java.util.function.Consumer;

/// Makes what a balancer needs to let Spillway in. Calls do not block; answers come on the FX
/// thread.
public interface SetupFiles {
    /// What to make.
    ///
    /// @param servers names and addresses of one balancer; empty for none
    /// @param operators who comes
    /// @param folder where to; nothing there is overwritten
    record Request(List<String> servers, List<String> operators, String folder) {
        public Request {
            servers = List.copyOf(servers);
            operators = List.copyOf(operators);
        }
    }

    /// What became of it.
    ///
    /// @param files paths of what was written
    /// @param trouble one sentence on why nothing was; empty if all is well
    record Answer(List<String> files, String trouble) {
        public Answer {
            files = List.copyOf(files);
        }
    }

    /// Makes an authority, a balancer's certificate, and a key store for each operator.
    void certificates(Request request, Consumer<Answer> answer);

    /// Writes HAProxy's part of the configuration, for a listener that lets these operators in.
    void snippets(Request request, Consumer<Answer> answer);
}
