package io.spillway.app.config;

import io.spillway.action.operator.Operator;
import io.spillway.action.operator.Role;
import io.spillway.action.operator.SecretHash;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Reads `operators`.
final class OperatorsReader {
    private final Mistakes mistakes;

    OperatorsReader(Mistakes mistakes) {
        this.mistakes = mistakes;
    }

    List<Operator> read(Fields file) {
        List<Operator> operators = new ArrayList<>();
        for (Node node : file.items("operators")) {
            Fields fields = new Fields("the operator", node, Keys.OPERATOR, mistakes);
            String name = fields.required("name", "", "Ada", Values::any);
            String hash = fields.required("hash", "", "'$argon2id$…'", OperatorsReader::hash);
            Role role = fields.optional("role", Role.OPERATE, OperatorsReader::role);
            if (operators.stream().anyMatch(o -> Operator.same(o.name(), name))) {
                fields.wrong(
                        "name",
                        "\"%s\" stands here again".formatted(name),
                        "each operator once",
                        "remove one of the two");
            } else if (!name.isEmpty() && !hash.isEmpty()) {
                operators.add(new Operator(name, hash, role));
            }
        }
        return operators;
    }

    private static Role role(String text) throws Unfit {
        return Arrays.stream(Role.values())
                .filter(r -> r.word().equals(text))
                .findFirst()
                .orElseThrow(() -> new Unfit("view, operate or admin", "write one of the three"));
    }

    private static String hash(String text) throws Unfit {
        String trouble = SecretHash.trouble(text);
        if (!trouble.isEmpty()) {
            throw new Unfit(
                    trouble,
                    "what `spillway operator hash` prints",
                    "run it and put its line between single quotes");
        }
        return text;
    }
}
