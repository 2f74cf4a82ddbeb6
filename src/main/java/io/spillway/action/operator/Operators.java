package io.spillway.action.operator;

import java.util.List;

/// The operators of a site. Unchangeable, safe for any number of threads.
public final class Operators {
    /// Of nobody's secret: checked for a name that is not known, so that the answer takes as long.
    private static final String NOBODY =
            "$argon2id$v=19$m=65536,t=3,p=1$c3BpbGx3YXlub2JvZHk"
                    + "$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

    private final List<Operator> operators;

    public Operators(List<Operator> operators) {
        this.operators = List.copyOf(operators);
    }

    /// How many there are; with fewer than two, nobody can be the second person.
    public int size() {
        return operators.size();
    }

    /// True if a person of that name exists and the secret is theirs. Takes some tenths of a
    /// second.
    public boolean fits(String name, char[] secret) {
        for (Operator operator : operators) {
            if (Operator.same(operator.name(), name)) {
                return SecretHash.fits(secret, operator.hash());
            }
        }
        SecretHash.fits(secret, NOBODY);
        return false;
    }
}
