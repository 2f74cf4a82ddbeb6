package io.spillway.source.prometheus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;

class UsualCpuTest {
    private static final Map<String, String> JAVA = Map.of("groupname", "java");
    private static final Map<String, String> HOG = Map.of("groupname", "hog");

    private final UsualCpu usual = new UsualCpu();

    private double read(long seconds, Map<String, String> process, double cores) {
        usual.begin(seconds * 1000);
        double before = usual.of(process, cores);
        usual.end();
        return before;
    }

    @Test
    void whatIsThereAtFirstIsUsualAndWhatComesUpIsNot() {
        assertThat(read(0, JAVA, 2)).isEqualTo(2);
        assertThat(read(15, HOG, 1)).isZero();
        assertThat(read(30, HOG, 1)).isBetween(0.0, 0.05);
        assertThat(read(630, HOG, 1)).isCloseTo(0.0, within(0.05));
        assertThat(read(645, HOG, 1)).isCloseTo(0.5, within(0.05));
        assertThat(read(650, JAVA, 2)).isEqualTo(2);
    }

    @Test
    void aProcessThatWasIdleForAnHourIsNewAgain() {
        read(0, JAVA, 2);
        assertThat(read(3601, JAVA, 2)).isZero();
    }

    @Test
    void aClockThatIsSetBackUnlearnsNothing() {
        read(7_200, JAVA, 2);
        read(7_215, JAVA, 1.9);
        assertThat(read(0, JAVA, 1)).isCloseTo(2, within(0.1));
        assertThat(read(15, JAVA, 2)).isCloseTo(2, within(0.1));
    }
}
