package club.courtside.media.relay.rtp;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;

/**
 * What RFC 2435 needs to know of a JPEG (ITU-T T.81). It carries baseline pictures in colour, 4:2:0 or 4:2:2 (luminance 2 × 1), with two
 * 8-bit quantization tables, the Huffman tables of T.81 annex K and at most 2040 pixels each way; the size travels in
 * units of 8 pixels, so that a picture of another size arrives with up to 7 columns or rows of its own padding.
 *
 * @param type 0 is 4:2:2, 1 is 4:2:0
 * @param restartInterval in MCUs, 0 for none
 * @param luminance 64 values in zigzag order
 * @param scan the entropy-coded data alone
 */
record JpegPicture(
        int type,
        int widthInBlocks,
        int heightInBlocks,
        int restartInterval,
        byte[] luminance,
        byte[] chrominance,
        ByteBuffer scan) {

    private static final int LARGEST = 2040;
    private static final int BEGIN = 0xD8;
    private static final int END = 0xD9;
    private static final int FRAME = 0xC0;
    private static final int SCAN = 0xDA;
    private static final int QUANTIZATION = 0xDB;
    private static final int HUFFMAN = 0xC4;
    private static final int RESTART = 0xDD;

    static JpegPicture parse(ByteBuffer jpeg) throws NotCarried {
        try {
            return new Parser(jpeg).parse();
        } catch (BufferUnderflowException | IllegalArgumentException | IndexOutOfBoundsException broken) {
            throw new NotCarried("the picture is no whole JPEG");
        }
    }

    private static final class Parser {
        private final ByteBuffer jpeg;
        private final byte[][] tables = new byte[4][];
        private int type = -1;
        private int width;
        private int height;
        private int interval;
        private int lumaTable;
        private int chromaTable;

        Parser(ByteBuffer jpeg) {
            this.jpeg = jpeg.duplicate();
        }

        JpegPicture parse() throws NotCarried {
            if (marker() != BEGIN) throw new NotCarried("the picture is no JPEG");
            for (int marker = marker(); ; marker = marker()) {
                int length = jpeg.getShort() & 0xFFFF;
                ByteBuffer segment = jpeg.slice(jpeg.position(), length - 2);
                jpeg.position(jpeg.position() + length - 2);
                if (marker == SCAN) return picture();
                read(marker, segment);
            }
        }

        private int marker() throws NotCarried {
            if ((jpeg.get() & 255) != 0xFF) throw new NotCarried("the picture is no whole JPEG");
            int code = 0xFF;
            while (code == 0xFF) code = jpeg.get() & 255;
            return code;
        }

        private void read(int marker, ByteBuffer segment) throws NotCarried {
            switch (marker) {
                case FRAME -> frame(segment);
                case QUANTIZATION -> quantization(segment);
                case HUFFMAN -> StandardHuffman.check(segment);
                case RESTART -> interval = segment.getShort() & 0xFFFF;
                default -> {
                    boolean otherFrame = marker > FRAME && marker <= 0xCF && marker != 0xC8 && marker != 0xCC;
                    if (otherFrame) throw new NotCarried("RTP/JPEG carries baseline JPEG only, no progressive one");
                }
            }
        }

        private void frame(ByteBuffer segment) throws NotCarried {
            if (segment.get() != 8) throw new NotCarried("RTP/JPEG carries 8 bits a sample only");
            height = segment.getShort() & 0xFFFF;
            width = segment.getShort() & 0xFFFF;
            if (width > LARGEST || height > LARGEST)
                throw new NotCarried("RTP/JPEG carries pictures up to 2040 × 2040 pixels, this one has " + width + " × "
                        + height + "; choose a smaller picture or H.264 at the camera");
            if (segment.get() != 3) throw new NotCarried("RTP/JPEG carries pictures in colour only");
            segment.get();
            int luma = segment.get() & 255;
            lumaTable = segment.get() & 3;
            segment.get();
            int blue = segment.get() & 255;
            chromaTable = segment.get() & 3;
            segment.get();
            int red = segment.get() & 255;
            boolean sameTable = (segment.get() & 3) == chromaTable;
            type = luma == 0x21 ? 0 : luma == 0x22 ? 1 : -1;
            if (type < 0 || blue != 0x11 || red != 0x11 || !sameTable)
                throw new NotCarried("RTP/JPEG carries 4:2:0, and 4:2:2 in blocks of 2 × 1, only");
        }

        private void quantization(ByteBuffer segment) throws NotCarried {
            while (segment.hasRemaining()) {
                int which = segment.get();
                if ((which & 0xF0) != 0) throw new NotCarried("the picture's quantization tables have 16 bits");
                byte[] table = new byte[64];
                segment.get(table);
                tables[which & 3] = table;
            }
        }

        private JpegPicture picture() throws NotCarried {
            if (type < 0 || width == 0 || height == 0 || tables[lumaTable] == null || tables[chromaTable] == null)
                throw new NotCarried("the picture is no whole JPEG");
            ByteBuffer scan = jpeg.slice();
            scan.limit(endOf(scan));
            return new JpegPicture(
                    type, (width + 7) / 8, (height + 7) / 8, interval, tables[lumaTable], tables[chromaTable], scan);
        }

        /** Without the end marker and what a camera puts after it. */
        private static int endOf(ByteBuffer scan) throws NotCarried {
            for (int i = scan.limit() - 2; i > 0; i--)
                if ((scan.get(i) & 255) == 0xFF && (scan.get(i + 1) & 255) == END) return i;
            if (!scan.hasRemaining()) throw new NotCarried("the picture is no whole JPEG");
            return scan.limit();
        }
    }
}
