/**
 * Videos on their way to somewhere else: a processing server, a bucket. Each is an {@link club.courtside.upload.Upload}, a
 * row that outlives the process; how a target is spoken to is the matter of {@link club.courtside.upload.target}.
 */
package club.courtside.upload;
