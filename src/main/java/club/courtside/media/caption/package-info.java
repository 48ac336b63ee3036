/** Says in words what a picture shows, by a BLIP model in ONNX Runtime: the only package that touches it. */
package club.courtside.media.caption;
