package club.courtside.platform.mail;

import java.util.List;
import java.util.Locale;

/**
 * A mail as plain text and as simple HTML, with one thing to press.
 *
 * @param language of the texts
 * @param paragraphs above the button
 * @param button what it says
 * @param link where it leads
 * @param footer in small print
 */
public record Letter(
        String to,
        Locale language,
        String subject,
        List<String> paragraphs,
        String button,
        String link,
        String footer) {

    String text() {
        return String.join("\n\n", paragraphs) + "\n\n" + button + ":\n" + link + "\n\n-- \n" + footer + "\n";
    }

    String html() {
        StringBuilder body = new StringBuilder();
        for (String paragraph : paragraphs)
            body.append("<p>").append(escaped(paragraph)).append("</p>");
        return """
                <!DOCTYPE html>
                <html lang="%s"><head><meta charset="utf-8"><title>%s</title></head>
                <body style="margin:0;padding:24px;background:#f1f4f9;font:16px/1.5 Arial,sans-serif;color:#0d1b33">
                <div style="max-width:520px;margin:0 auto;padding:32px;background:#fff;border-radius:12px">
                <p style="font-weight:bold;font-size:20px;margin-top:0">Courtside</p>
                %s
                <p style="margin:28px 0"><a href="%s" style="display:inline-block;padding:12px 20px;border-radius:8px;\
                background:#1a4fc4;color:#fff;text-decoration:none;font-weight:bold">%s</a></p>
                <p style="font-size:13px;color:#4d5b75">%s</p>
                </div></body></html>
                """.formatted(
                language.toLanguageTag(), escaped(subject), body, escaped(link), escaped(button), escaped(footer));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
