package club.courtside.upload.target;

import java.io.IOException;
import java.io.OutputStream;
import org.apache.hc.client5.http.entity.mime.AbstractContentBody;

/** A part of a file as one field of a form (RFC 7578). */
final class FormFile extends AbstractContentBody {

    private final FilePart part;

    FormFile(FilePart part) {
        super(part.type());
        this.part = part;
    }

    @Override
    public String getFilename() {
        return part.name();
    }

    @Override
    public long getContentLength() {
        return part.length();
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        part.writeTo(out);
    }
}
