// @ts-check
// A conversation as it goes on: what others write appears without a reload. The stream tells only that something changed;
// the page itself, asked for what is new, says what, through the same wall. Without this script, or without a stream, a
// reload does the same.
'use strict';

{
  const list = document.querySelector('ol[data-thread]');
  const said = document.querySelector('[data-thread-said]');

  let waiting = false;
  let again = false;
  /** How long a look may wait, in milliseconds: the more readers, the longer, so that they do not all come at once. */
  let within = 400;

  const begins = Number(new URLSearchParams(location.search).get('vanaf') ?? 0);
  /** The first post to ask for; further on while there is more that is new than one answer holds. */
  let from = begins;

  /** Only what is new since what stands here. */
  const address = () =>
    `${location.pathname}?${new URLSearchParams({
      vanaf: String(from),
      sinds: list?.getAttribute('data-change') ?? '0',
    })}`;

  const numberOf = (/** @type {Element | null} */ post) => Number(post?.getAttribute('data-number') ?? -1);

  /** Whether somebody is in the middle of something in it. */
  const isBusy = (/** @type {Element} */ post) => post.contains(document.activeElement);

  /**
   * Puts what is new or changed in its place; nothing that somebody is using moves.
   * @param {Document} html
   */
  function takeOver(html) {
    const fresh = html.querySelector('ol[data-thread]');
    if (!list || !fresh) return;
    /** @type {string[]} */
    const news = [];
    let isWhole = true;
    for (const post of [...fresh.children]) {
      const here = document.getElementById(post.id);
      if (!here) {
        // What changed on an earlier page is not for this one.
        if (numberOf(post) <= numberOf(list.lastElementChild)) continue;
        list.append(document.importNode(post, true));
        news.push(post.querySelector('.post-author')?.textContent?.trim() ?? '');
      } else if (here.outerHTML !== post.outerHTML) {
        if (isBusy(here)) isWhole = false;
        else here.replaceWith(document.importNode(post, true));
      }
    }
    if (fresh.getAttribute('data-last') === 'nee') {
      from = numberOf(fresh.lastElementChild) + 1;
      again = true;
    } else {
      from = begins;
      // What somebody was using is asked for again with the next news.
      if (isWhole) list.setAttribute('data-change', fresh.getAttribute('data-change') ?? '0');
    }
    if (said && news.length > 0)
      said.textContent =
        news.length === 1 ? `Nieuwe reactie van ${news[0]}.` : `${news.length} nieuwe reacties.`;
  }

  /** At most one request at a time, a moment after the news, so that a flurry is one look. */
  async function look() {
    if (waiting) {
      again = true;
      return;
    }
    waiting = true;
    await new Promise((resolve) => setTimeout(resolve, 100 + Math.random() * within));
    again = false;
    try {
      const answer = await fetch(address(), { headers: { accept: 'text/html' } });
      if (answer.ok && !answer.redirected)
        takeOver(new DOMParser().parseFromString(await answer.text(), 'text/html'));
    } catch {
      // The next news, or a reload, brings it.
    }
    waiting = false;
    if (again) void look();
  }

  // On an earlier page of a long conversation nothing is added.
  if (list && list.getAttribute('data-last') === 'ja' && 'EventSource' in window) {
    const thread = encodeURIComponent(list.getAttribute('data-thread') ?? '');
    const source = new EventSource(`/live/gesprekken/${thread}?na=${list.getAttribute('data-change')}`);
    source.addEventListener('message', ({ data }) => {
      const told = /"within":(\d{1,5})/.exec(String(data));
      if (told) within = Number(told[1]);
      void look();
    });
    addEventListener('pagehide', () => source.close());
  }
}
