/** Everything a page of Courtside can do; each part looks for its own elements and does nothing where there are none. */
import "./preferences.js";
import "./player.js";
import "./wall.js";
import "./library.js";
import "./strip.js";
import "./video.js";
import "./upload.js";
import "./copy.js";
import "./refresh.js";
import "./court.js";
import "./balls.js";
import "./roles.js";
import "./dialogs.js";
import "./reopened.js";
import "./connection.js";
