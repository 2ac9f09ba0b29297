package dev.vesper.acceptance;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;

/** Pictures of pages for the docs, where {@code -Dvesper.screenshots=DIRECTORY} asks for them. */
final class Screens {
    private static final int WIDTH = 900;
    private static final int HEIGHT = 680;
    private static final int PHONE_WIDTH = 375;

    private Screens() {}

    /** In light and dark colours, and as wide as a phone. */
    static void take(Page page, String name) {
        String directory = System.getProperty("vesper.screenshots", "");
        if (directory.isEmpty()) {
            return;
        }
        take(page, Path.of(directory, name + "-light.png"), ColorScheme.LIGHT, WIDTH);
        take(page, Path.of(directory, name + "-dark.png"), ColorScheme.DARK, WIDTH);
        take(page, Path.of(directory, name + "-phone.png"), ColorScheme.LIGHT, PHONE_WIDTH);
    }

    private static void take(Page page, Path file, ColorScheme colours, int width) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(colours));
        page.setViewportSize(width, HEIGHT);
        page.screenshot(new Page.ScreenshotOptions().setPath(file));
    }
}
