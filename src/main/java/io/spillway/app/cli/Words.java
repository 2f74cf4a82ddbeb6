package io.spillway.app.cli;

import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads one of a few words.
///
/// @param values each known by what its `toString` says
record Words<E>(List<E> values) implements ITypeConverter<E> {
    @Override
    public E convert(String word) {
        return values.stream()
                .filter(value -> value.toString().equals(word))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException(complaint(word)));
    }

    private String complaint(String word) {
        return values.stream()
                .map(Object::toString)
                .collect(Collectors.joining(", ", "'" + word + "' is none of ", ""));
    }
}
