/**
 * A page whose server was restarted opens itself anew. Whether something was lost then, only this page knows: what somebody pressed
 * and was not answered. What the page asks for by itself (p:remoteCommand with global="false") does not count.
 */
const ASKED = "courtside.asked";
const LEADS_ELSEWHERE = "<redirect ";

function answered(event, xhr) {
  if (!xhr?.responseText?.includes(LEADS_ELSEWHERE)) sessionStorage.removeItem(ASKED);
}

const note = document.querySelector("[data-reopened]");
if (note) note.hidden = sessionStorage.getItem(ASKED) === null;
sessionStorage.removeItem(ASKED);
window
  .jQuery?.(document)
  .on("pfAjaxSend", () => sessionStorage.setItem(ASKED, ""))
  .on("pfAjaxSuccess", answered);
