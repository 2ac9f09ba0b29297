// The server says what state this browser is in. When that is not what the page shows, the page is fetched anew and turned.
const events = new EventSource("/events");

events.addEventListener("state", async ({ data }) => {
  if (data === document.body.dataset.state) return;
  const answer = await fetch("/");
  const next = new DOMParser().parseFromString(await answer.text(), "text/html");
  if (next.body.dataset.state === document.body.dataset.state) return;
  const turn = () => {
    document.title = next.title;
    document.body.dataset.state = next.body.dataset.state;
    document.querySelector("main").replaceWith(next.querySelector("main"));
    scrollTo({ top: 0 });
  };
  if (document.startViewTransition) document.startViewTransition(turn);
  else turn();
});
