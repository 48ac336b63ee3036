package club.courtside.demo;

/** What a camera sends with its pictures. */
public enum SoundCodec {
    AAC,
    /** G.711 A-law. */
    PCMA,
    NONE
}
