/**
 * The engine's HTTP interface as Java values. JSON names are the record components in snake_case; times are ISO 8601
 * instants; unknown fields are ignored by both sides, absent ones are null.
 *
 * <p>Every call carries {@code Authorization: Bearer <secret>} and goes to loopback. Errors are {@link
 * club.courtside.engine.api.EngineProblem} with status 400 (bad request), 401, 404 (unknown id), 409 (conflict), 422
 * (camera or file not usable), 503 (engine is shutting down).
 *
 * <pre>
 * GET    /status                              EngineStatus
 * PUT    /feeds/{id}           FeedSpec       FeedStatus        idempotent; a changed address reconnects
 * GET    /feeds/{id}                          FeedStatus
 * DELETE /feeds/{id}                          204               409 while it is being recorded
 * POST   /feeds/{id}/check?timeout_ms=&amp;attempts=   FeedStatus    waits until live; 422 with the reason
 * POST   /check?timeout_ms=&amp;attempts=   FeedSpec   FeedStatus    the same for a camera that is not a feed
 * GET    /feeds/{id}/live.mp4                 fragmented MP4, video only: ftyp+moov, then the running group of
 *                                             pictures, then one moof+mdat a frame; Content-Type
 *                                             video/mp4; codecs="avc1.…"; ends when the camera's parameters change;
 *                                             422 when the codec is no H.264
 * GET    /feeds/{id}/live.mjpeg?fps=&amp;width=&amp;quality=   multipart/x-mixed-replace; boundary=frame, every part with
 *                                             Content-Length; fps=full: an MJPEG camera's own frames unchanged;
 *                                             503 with Retry-After beyond the viewer limit
 * GET    /feeds/{id}/snapshot.jpg?width=      one JPEG of now
 * PUT    /recordings/{id}      RecordingSpec  RecordingStatus   idempotent; a later ends_at extends, an earlier one
 *                                             shortens; goes on with the file that an engine before it left behind;
 *                                             ends_at in the past with a file left behind: finishes that file
 * GET    /recordings/{id}                     RecordingStatus
 * POST   /recordings/{id}/stop                RecordingStatus   final state, within a second
 * DELETE /recordings/{id}                     204               forgets an ended one; 409 while it runs
 * POST   /probe                {file}         MediaInfo         in a child process; 422 when it is no video
 * POST   /join                 JoinSpec       Examined          copies pieces of film into one MP4, in a child process; takes
 *                                                               minutes for hours of video
 * POST   /examine              ExamineSpec    Examined          reads all of a file that somebody has brought, in a child
 *                                             process; copies its packets into an MP4 where that is all it needs;
 *                                             answers when done (minutes for hours of video); 422 when it is no video
 *                                             (no_video), ends too early (truncated), is too short (too_short), or
 *                                             claims more than 24 h (too_long) or 8K (picture_too_large)
 * POST   /finish               {file}         RecordingStatus   makes an ordinary MP4 of a file (or its .crash.mp4) that a
 *                                             killed engine left behind and that nobody writes to, in a child process;
 *                                             answers when done (minutes for hours of video); state failed when it
 *                                             held nothing readable; 422 when the disk is full or the tool dies
 * POST   /thumbnail            ThumbnailSpec  204               in a child process
 * PUT    /tasks/{id}           TaskSpec       TaskStatus        idempotent: the same id again answers the task as it
 *                                             stands; 409 when another task or a recording writes to one of its
 *                                             files; it runs in a child process, a few at a time, and stands still
 *                                             while recordings need the machine
 * GET    /tasks/{id}                          TaskStatus        404 also when an engine before this one knew it
 * GET    /tasks                               list of TaskStatus
 * DELETE /tasks/{id}                          204               ends it if it runs, deletes what it has half written, and
 *                                             forgets it; also 204 when it is not known
 * POST   /strip                StripSpec      204               in a child process of low priority
 * GET    /events                              application/x-ndjson of EngineEvent; first one event for each feed and
 *                                             recording there is, then changes; each running recording and live feed
 *                                             once a second; an event of type "alive" each second: who hears
 *                                             nothing for 4 s has lost the engine
 * POST   /relay/logins/{id}    RelayAnswer    204               answers an event of type "relay_login"; 404 when it was
 *                                             answered already, or nobody waits any more
 * GET    /relay/readers                       list of RelayReader; connections that were let in and are still open
 * DELETE /relay/readers/{id}                  204; ends that connection, and asks about its reader again when they come
 *                                             back; also 204 when it has ended
 * POST   /shutdown                            202               finishes all recordings in good order, then exits
 * </pre>
 *
 * <p>The relay publishes feeds with {@link club.courtside.engine.api.FeedSpec#paths()} over RTSP. Who may read is not
 * decided by the engine: it asks with an event of type {@code relay_login} and waits ten seconds for the answer. A welcome is
 * kept for a minute, so that the same login need not be asked again. While nobody reads the events, nobody new is let in
 * (RTSP 503); who reads already is not disturbed. A relay whose port is taken disturbs nothing else: {@code /status} says
 * why it does not listen.
 */
package club.courtside.engine.api;
