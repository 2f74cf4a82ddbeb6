package io.spillway.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.spillway.ui.Gallery.View;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// Every screen drawn: nothing cut off, nothing over anything else, nothing smaller than it may be,
/// no complaint about style sheets. One state of each screen, with `-Dspillway.long=board` all.
@ExtendWith(FxToolkit.class)
class ContactSheetTest {
    private static final boolean ALL = "board".equals(System.getProperty("spillway.long"));

    @TempDir Path temporary;

    @Test
    @Timeout(value = 30, unit = TimeUnit.MINUTES)
    void everyViewIsInOrder() throws Exception {
        Path folder = ALL ? Path.of("target/contact-sheet") : temporary;
        List<View> views = ALL ? Gallery.all() : Gallery.sample();
        assertThat(ContactSheet.make(views, folder)).isEmpty();
        for (View view : Gallery.sample()) {
            var picture = ImageIO.read(folder.resolve(view.name() + ".png").toFile());
            assertThat(picture.getWidth()).isEqualTo(view.size().width * view.size().scale);
            assertThat(folder.resolve("sheet-" + view.what() + ".png")).isNotEmptyFile();
        }
    }
}
