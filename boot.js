// Starts the app, and says plainly what is wrong where it cannot. Written for old browsers too, since they are
// the ones that need the message. A build puts it into the head of the page: nothing is waited for before it runs.
(() => {
  'use strict';

  const LONG_WAIT = 10_000;
  const MAGIC = [0x00, 0x61, 0x73, 0x6d];

  const { house, today } = document.currentScript.dataset;
  const address = (id) => document.getElementById(id).href;

  // The page is whole, and its style is here (or will not come).
  const parsed = new Promise((done) => document.addEventListener('DOMContentLoaded', done, { once: true }));
  const dressed = parsed.then(() => {
    const style = document.querySelector('link[rel=stylesheet]');
    return style.sheet || new Promise((done) => { style.onload = style.onerror = done; });
  });

  // What Today looked like when it was last seen (glance.rs), if that is what is asked for and still right.
  const glance = () => {
    try {
      const kept = JSON.parse(localStorage.getItem('afterword/glance'));
      const now = Date.now();
      const isRight = isToday() && kept.app === document.getElementById('wasm').getAttribute('href')
        && kept.from <= now && now < kept.until && kept.offset === new Date().getTimezoneOffset();
      return isRight ? kept : null;
    } catch {
      return null;
    }
  };

  const isToday = () => /^#?(\/(today)?)?$/.test(location.hash);

  // It stands in for the app until that takes the place of the frame. What is opened, looked at or pressed in the
  // meantime is opened, looked at and pressed there.
  const standIn = async ({ html, theme }) => {
    const root = document.documentElement;
    if (theme) root.dataset.theme = theme;
    await dressed;
    if (root.dataset.start === 'trouble') return;
    const page = document.createElement('div');
    page.className = 'shell glance';
    page.innerHTML = html;
    document.body.append(page);
    root.dataset.start = 'glance';
    const pressed = new Set();
    page.addEventListener('click', ({ target }) => {
      const button = target.closest('button');
      if (!button) return;
      pressed.add(button);
      const card = button.closest('.card');
      if (card) card.dataset.going = '';
    });
    const frame = document.getElementById('frame');
    new MutationObserver((_, observer) => {
      if (frame.isConnected) return;
      observer.disconnect();
      handOver(page, pressed);
      delete root.dataset.start;
    }).observe(document.body, { childList: true });
    await new Promise((done) => { requestAnimationFrame(() => setTimeout(done)); });
    performance.mark('afterword:glance');
  };

  const handOver = (page, pressed) => {
    const looked = page.contains(document.activeElement) && document.activeElement;
    page.remove();
    const app = document.querySelector('.shell');
    const alike = (where, one) => [...where.querySelectorAll(one.tagName)].filter((other) => other.outerHTML === one.outerHTML);
    // The same one of as many of the same words: if anything about them has changed, nothing is pressed.
    const twin = (one) => {
      const [before, after] = [alike(page, one), alike(app, one)];
      return before.length === after.length ? after[before.indexOf(one)] : undefined;
    };
    for (const { firstElementChild } of page.querySelectorAll('details[open]')) {
      const summary = twin(firstElementChild);
      if (summary) summary.parentNode.open = true;
    }
    const focused = looked && twin(looked);
    if (focused) focused.focus({ preventScroll: true });
    for (const button of [...pressed].map(twin)) if (button) button.click();
  };

  const show = async (trouble) => {
    await parsed;
    // The messages are in the frame, and go with it: once the app has taken its place there is nothing to say.
    if (!document.getElementById('frame')) return;
    for (const message of document.querySelectorAll('[data-trouble]')) {
      message.hidden = message.dataset.trouble !== trouble;
    }
    const page = document.querySelector('.glance');
    if (page && trouble === 'slow') {
      page.querySelector('main').prepend(document.querySelector('[data-trouble=slow]').parentNode);
      return;
    }
    if (page) page.remove();
    document.documentElement.dataset.start = 'trouble';
  };

  class Trouble extends Error {
    constructor(kind, cause) {
      super(`Afterword did not start: ${kind}`, { cause });
      this.kind = kind;
    }
  }

  const fetched = async (url) => {
    let answer;
    try {
      answer = await fetch(url);
    } catch (cause) {
      throw new Trouble('unreachable', cause);
    }
    if (!answer.ok) throw new Trouble('wrong', answer.status);
    return answer;
  };

  // Compiles while it arrives. A host that sends the wrong type makes that impossible: then it is asked for again,
  // and compiled once it is whole.
  const compiled = async (url) => {
    if (typeof WebAssembly !== 'object') throw new Trouble('blocked');
    const answer = await fetched(url);
    try {
      return await WebAssembly.compileStreaming(answer);
    } catch {
      return await compiledWhole(await whole(await fetched(url)));
    }
  };

  const whole = (answer) => answer.arrayBuffer().catch((cause) => { throw new Trouble('unreachable', cause); });

  const compiledWhole = async (bytes) => {
    const head = new Uint8Array(bytes, 0, Math.min(MAGIC.length, bytes.byteLength));
    const isModule = MAGIC.every((byte, at) => head[at] === byte);
    if (!isModule) throw new Trouble('wrong');
    try {
      return await WebAssembly.compile(bytes);
    } catch (cause) {
      throw new Trouble('blocked', cause);
    }
  };

  const bindings = (url) => import(url).catch((cause) => { throw new Trouble('unreachable', cause); });

  // A first visit to Today needs nothing but the first part. Whoever has something stored, or comes by a deep link,
  // needs the records and the plan too: they are compiled beside the first part, and not only once that has started.
  const isFirstVisit = () => isToday() && !isAnythingStored();

  const isAnythingStored = () => {
    try {
      for (let place = 0; place < localStorage.length; place += 1) {
        if (localStorage.key(place).startsWith('afterword/')) return true;
      }
      return false;
    } catch {
      return true;
    }
  };

  // By their addresses, for the script that puts the parts together. It asks again for what is missing, and says so.
  const begin = (parts) => {
    const addresses = parts.map((part) => new URL(part, document.baseURI).href);
    window.afterword = Object.fromEntries(addresses.map((url) => [url, compiled(url).catch(() => null)]));
  };

  const start = async () => {
    const patience = setTimeout(show, LONG_WAIT, 'slow');
    if (!isFirstVisit()) begin([house, today]);
    const kept = glance();
    try {
      const coming = [compiled(address('wasm')), bindings(address('bindings')), kept ? standIn(kept) : dressed];
      const [module, { default: run }] = await Promise.all(coming);
      await run({ module_or_path: module });
    } catch (failure) {
      clearTimeout(patience);
      console.error(failure);
      show(failure instanceof Trouble ? failure.kind : 'broken');
    }
  };

  start();
})();
