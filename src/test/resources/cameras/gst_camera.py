#!/usr/bin/env python3
"""A camera that nobody here wrote: GStreamer's RTSP server on an ephemeral port of the loopback interface.

usage: gst_camera.py [--digest USER PASSWORD | --basic USER PASSWORD] [--udp-only]
Streams: /plain (H.264 and G.711 A-law), /h265, /b-frames, /h264-SOUND with SOUND one of mulaw aac opus l16 mp2, /jpeg,
/vp8 (which cannot be kept), /sound (no picture).
Prints the port when it listens; ends when its standard input does."""
import sys
import threading

import gi

gi.require_version("Gst", "1.0")
gi.require_version("GstRtsp", "1.0")
gi.require_version("GstRtspServer", "1.0")
from gi.repository import GLib, Gst, GstRtsp, GstRtspServer  # noqa: E402

PICTURE = "videotestsrc is-live=true pattern=ball ! video/x-raw,format=I420,width=320,height=240,framerate=25/1 "
H264 = PICTURE + (
    "! x264enc tune=zerolatency speed-preset=ultrafast key-int-max=25 ! h264parse config-interval=-1 "
    "! rtph264pay name=pay0 pt=96 "
)
H264_REORDERED = PICTURE + (
    "! x264enc speed-preset=veryfast bframes=2 b-adapt=false rc-lookahead=0 sync-lookahead=0 key-int-max=25 "
    "! video/x-h264,profile=main ! h264parse config-interval=-1 ! rtph264pay name=pay0 pt=96 "
)
H265 = PICTURE + (
    "! x265enc tune=zerolatency speed-preset=ultrafast key-int-max=25 ! h265parse config-interval=-1 "
    "! rtph265pay name=pay0 pt=96 "
)
JPEG = PICTURE + "! jpegenc ! rtpjpegpay name=pay0 pt=26 "


def sound(rate, channels, rest):
    # A tone that repeats itself after 80 s only: packets tell where they stand.
    raw = "audiotestsrc freq=439.7 is-live=true ! audio/x-raw,rate=%d,channels=%d ! " % (rate, channels)
    return raw + rest + " name=pay1 pt=97"


A_LAW = sound(8000, 1, "alawenc ! rtppcmapay").replace("pt=97", "pt=8")
SOUNDS = {
    "mulaw": sound(8000, 1, "mulawenc ! rtppcmupay").replace("pt=97", "pt=0"),
    "aac": sound(44100, 2, "voaacenc ! aacparse ! rtpmp4gpay"),
    "opus": sound(48000, 2, "opusenc ! rtpopuspay"),
    "l16": sound(16000, 1, "audioconvert ! rtpL16pay"),
    "mp2": sound(48000, 2, "twolamemp2enc ! mpegaudioparse ! rtpmpapay").replace("pt=97", "pt=14"),
}
STREAMS = {"/plain": H264 + A_LAW, "/h265": H265 + A_LAW, "/b-frames": H264_REORDERED, "/jpeg": JPEG}
STREAMS["/vp8"] = PICTURE + "! vp8enc deadline=1 ! rtpvp8pay name=pay0 pt=96 "
STREAMS["/sound"] = A_LAW.replace("pay1", "pay0")
STREAMS.update({"/h264-" + name: H264 + pipeline for name, pipeline in SOUNDS.items()})


def argument(name, offset=1):
    return sys.argv[sys.argv.index(name) + offset]


def guard(server, factories):
    auth = GstRtspServer.RTSPAuth()
    for method in ("--digest", "--basic"):
        if method not in sys.argv:
            continue
        user, password = argument(method), argument(method, 2)
        token = GstRtspServer.RTSPToken()
        token.set_string("media.factory.role", "user")
        if method == "--digest":
            auth.set_supported_methods(GstRtsp.RTSPAuthMethod.DIGEST)
            auth.add_digest(user, password, token)
        else:
            auth.set_supported_methods(GstRtsp.RTSPAuthMethod.BASIC)
            auth.add_basic(GstRtspServer.RTSPAuth.make_basic(user, password), token)
        permissions = GstRtspServer.RTSPPermissions()
        permissions.add_permission_for_role("user", "media.factory.access", True)
        permissions.add_permission_for_role("user", "media.factory.construct", True)
        for factory in factories:
            factory.set_permissions(permissions)
        server.set_auth(auth)


def main():
    Gst.init(None)
    server = GstRtspServer.RTSPServer()
    server.set_address("127.0.0.1")
    server.set_service("0")
    factories = []
    for path, pipeline in STREAMS.items():
        factory = GstRtspServer.RTSPMediaFactory()
        factory.set_launch("( %s )" % pipeline)
        factory.set_shared(True)
        if "--udp-only" in sys.argv:
            factory.set_protocols(GstRtsp.RTSPLowerTrans.UDP)
        server.get_mount_points().add_factory(path, factory)
        factories.append(factory)
    guard(server, factories)
    server.attach(None)
    print(server.get_bound_port(), flush=True)
    loop = GLib.MainLoop()
    threading.Thread(target=lambda: (sys.stdin.read(), loop.quit()), daemon=True).start()
    loop.run()


main()
