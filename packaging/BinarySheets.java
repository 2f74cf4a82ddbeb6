import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import javafx.css.Stylesheet;

/** Writes the binary form of each style sheet of a folder beside it, which JavaFX reads faster. */
public final class BinarySheets {
    private BinarySheets() {}

    public static void main(String[] arguments) throws IOException {
        try (Stream<Path> sheets = Files.list(Path.of(arguments[0]))) {
            for (Path sheet : sheets.filter(p -> p.toString().endsWith(".css")).sorted().toList()) {
                String stem = sheet.toString().replaceAll("css$", "");
                Stylesheet.convertToBinary(sheet.toFile(), Path.of(stem + "bss").toFile());
            }
        }
    }
}
