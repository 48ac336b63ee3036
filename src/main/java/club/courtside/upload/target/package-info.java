/**
 * Where videos can be sent, and how each of these targets is spoken to. Knows no video and no database: a {@link
 * club.courtside.upload.target.Parcel} is all that a {@link club.courtside.upload.target.UploadTarget} sees.
 */
package club.courtside.upload.target;
