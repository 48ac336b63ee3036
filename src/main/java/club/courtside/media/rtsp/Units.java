package club.courtside.media.rtsp;

/** Puts the units of one track together from its packets: pictures, or frames of sound. */
interface Units {

    interface Taker {
        /**
         * @param bytes of this unit alone
         * @param time on the track's RTP clock
         */
        void unit(byte[] bytes, int time, boolean key);
    }

    /**
     * @param packet of this track, in order
     * @param gap packets before this one are missing
     */
    void take(RtpPacket packet, boolean gap, Taker to);
}
