package io.spillway.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeriesFileTest {
    @TempDir Path folder;

    private SeriesFile.Series read(String text, String column) throws IOException {
        return new SeriesFile(Files.writeString(folder.resolve("series.csv"), text)).read(column);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2023-05-15T03:19:45Z",
                "2023-05-15T05:19:45+02:00",
                "2023-05-15 03:19:45",
                "2023-05-15T03:19:45",
                "1684120785",
                "1684120785.000",
                "\"2023-05-15T03:19:45Z\""
            })
    void timesAreReadInEveryForm(String time) throws IOException {
        SeriesFile.Series series = read("when,load\n" + time + ",12.5\n", "");
        assertThat(series.times())
                .containsExactly(Instant.parse("2023-05-15T03:19:45Z").toEpochMilli());
        assertThat(series.values()).containsExactly(12.5);
    }

    @Test
    void linesAreSortedAndThoseWithoutTimeOrNumberAreCounted() throws IOException {
        SeriesFile.Series series =
                read("t,a,b\n300,3,30\n100,1,10\nsoon,1,1\n200,,20\n400\n500,5,x\n", "b");
        assertThat(series.times()).containsExactly(100_000, 200_000, 300_000);
        assertThat(series.values()).containsExactly(10, 20, 30);
        assertThat(series.skipped()).isEqualTo(3);
    }

    @Test
    void anUnknownColumnIsAnsweredWithThoseThereAre() {
        assertThatThrownBy(() -> read("t,load,cpu\n1,2,3\n", "laod"))
                .isInstanceOf(Misused.class)
                .hasMessageContaining("no column 'laod' of values: take one of load, cpu");
    }

    @Test
    void anEmptyFileAndAFileOfOneColumnAreRefused() {
        assertThatThrownBy(() -> read("", ""))
                .isInstanceOf(Misused.class)
                .hasMessageContaining("is empty");
        assertThatThrownBy(() -> read("t\n1\n", ""))
                .isInstanceOf(Misused.class)
                .hasMessageContaining("one column");
    }
}
