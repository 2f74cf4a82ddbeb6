package io.spillway.action.operator;

import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

/// The operators of a site. Unchangeable, safe for any number of threads.
public final class Operators {
    /// Of nobody's secret: checked for a name that is not known, so that the answer takes as long.
    private static final String NOBODY =
            "$argon2id$v=19$m=65536,t=3,p=1$c3BpbGx3YXlub2JvZHk"
                    + "$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

    private final List<Operator> operators;
    private final BiPredicate<char[], String> check;

    public Operators(List<Operator> operators) {
        this(operators, SecretHash::fits);
    }

    /// @param check whether a secret is the one behind a hash
    Operators(List<Operator> operators, BiPredicate<char[], String> check) {
        this.operators = List.copyOf(operators);
        this.check = check;
    }

    /// How many there are; with fewer than two, nobody can be the second person.
    public int size() {
        return operators.size();
    }

    /// True if a person of that name exists and the secret is theirs. Takes some tenths of a
    /// second.
    public boolean fits(String name, char[] secret) {
        Optional<Operator> known = named(name);
        return check.test(secret, known.map(Operator::hash).orElse(NOBODY)) && known.isPresent();
    }

    /// What a person may do; nobody but looks.
    public Role role(String name) {
        return named(name).map(Operator::role).orElse(Role.VIEW);
    }

    /// True if a person of that name exists.
    boolean knows(String name) {
        return named(name).isPresent();
    }

    private Optional<Operator> named(String name) {
        return operators.stream().filter(o -> Operator.same(o.name(), name)).findFirst();
    }
}
