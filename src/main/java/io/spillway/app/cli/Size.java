package io.spillway.app.cli;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.TypeConversionException;

/// The size of a picture in pixels.
record Size(int width, int height) {
    private static final Pattern FORM = Pattern.compile("(\\d{1,5})[xX](\\d{1,5})");
    private static final int SMALLEST = 320;
    private static final int LARGEST = 7680;

    static Size parse(String text) {
        Matcher m = FORM.matcher(text);
        if (m.matches()) {
            Size size = new Size(Integer.parseInt(m.group(1)), Integer.parseInt(m.group(2)));
            if (fits(size.width) && fits(size.height)) {
                return size;
            }
        }
        throw new TypeConversionException(
                "'%s' is no size: write WIDTHxHEIGHT, each from %d to %d"
                        .formatted(text, SMALLEST, LARGEST));
    }

    private static boolean fits(int length) {
        return length >= SMALLEST && length <= LARGEST;
    }
}
