package io.spillway.ui.plot;

/// The two themes, for tests.
final class Palettes {
    static final Palette NIGHT =
            new Palette(
                    0xff17191c,
                    0xff2b2f34,
                    0xffd5dce6,
                    0xff8692a2,
                    0xffb9c7d8,
                    0xff7f93ab,
                    0xffff4b33,
                    0xfff0e442,
                    0xff56b4e9);
    static final Palette DAY =
            new Palette(
                    0xfff4f5f7,
                    0xffcfd4da,
                    0xff1d242d,
                    0xff5b6673,
                    0xff2f4257,
                    0xff5f7389,
                    0xffc62d17,
                    0xff736600,
                    0xff1f6c9c);

    private Palettes() {}
}
