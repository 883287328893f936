// Starts the app, and says plainly what is wrong where it cannot. Written for old browsers too, since they are
// the ones that need the message. A build puts it into the head of the page: nothing is waited for before it runs.
(() => {
  'use strict';

  const LONG_WAIT = 10_000;
  const MAGIC = [0x00, 0x61, 0x73, 0x6d];

  const root = document.documentElement;
  const { interview, today, others } = document.currentScript.dataset;
  const address = (id) => document.getElementById(id).href;

  // The page is whole, and its style is here (or will not come).
  const parsed = new Promise((done) => document.addEventListener('DOMContentLoaded', done, { once: true }));
  const dressed = parsed.then(() => {
    const style = document.querySelector('link[rel=stylesheet]');
    return style.sheet || new Promise((done) => { style.onload = style.onerror = done; });
  });

  const show = async (trouble) => {
    await parsed;
    // The messages are in the frame, and go with it: once the app has taken its place there is nothing to say.
    if (!isWaiting()) return;
    for (const message of document.querySelectorAll('[data-trouble]')) {
      message.hidden = message.dataset.trouble !== trouble;
    }
    // What a first visit reads stays while the app is on its way.
    if (trouble !== 'slow' || root.dataset.start !== 'first') root.dataset.start = 'trouble';
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
      const bytes = await whole(await fetched(url));
      return await compiledWhole(bytes).catch(async (failure) => {
        if (!await forget(url)) throw failure;
        return await compiledWhole(await whole(await fetched(url)));
      });
    }
  };

  // What the browser keeps of a file may be spoilt. Then it is forgotten, and the host is asked. Whether anything was.
  const forget = async (url) => {
    let isForgotten = false;
    if (!window.caches) return isForgotten;
    for (const name of (await caches.keys()).filter((one) => one.startsWith('afterword '))) {
      isForgotten = await (await caches.open(name)).delete(url) || isForgotten;
    }
    return isForgotten;
  };

  const whole = (answer) => answer.arrayBuffer().catch((cause) => { throw new Trouble('unreachable', cause); });

  const compiledWhole = async (bytes) => {
    const head = new Uint8Array(bytes, 0, Math.min(MAGIC.length, bytes.byteLength));
    const isModule = MAGIC.every((byte, at) => head[at] === byte);
    if (!isModule) throw new Trouble('wrong');
    try {
      return await WebAssembly.compile(bytes);
    } catch (cause) {
      throw new Trouble(isCutShort(new Uint8Array(bytes)) ? 'wrong' : 'blocked', cause);
    }
  };

  // Whether a module ends before its last section does. Each has a byte that says what it is, and its length.
  const isCutShort = (bytes) => {
    let at = 8;
    while (at < bytes.length) {
      let [length, factor] = [0, 1];
      do {
        at += 1;
        length += (bytes[at] & 0x7f) * factor;
        factor *= 0x80;
      } while (bytes[at] & 0x80);
      at += 1 + length;
    }
    return at !== bytes.length;
  };

  // A browser does not ask again for a script that failed, until the page is loaded anew.
  const bindings = (url) => import(url).catch(async (cause) => {
    if (await forget(url)) location.reload();
    throw new Trouble(cause instanceof SyntaxError ? 'wrong' : 'unreachable', cause);
  });

  const isWaiting = () => document.getElementById('frame') !== null;

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

  // The theme that the user chose, from the first paint on.
  const applyTheme = () => {
    try {
      const { theme } = JSON.parse(localStorage.getItem('afterword/settings/all')).data;
      if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
    } catch {
      // Nothing is chosen, or it cannot be read: the app says so.
    }
  };

  // The route decides what the frame shows, and which files are compiled beside the first part. A first visit to Today
  // needs none: its words are in the page, and it is the app's one screen that needs neither records nor plan.
  const follow = () => {
    const isToday = /^#?(\/(today)?)?$/.test(location.hash);
    if (isToday && !isAnythingStored()) {
      root.dataset.start = 'first';
    } else if (isToday) {
      delete root.dataset.start;
      begin(today);
    } else {
      root.dataset.start = 'elsewhere';
      begin(location.hash.startsWith('#/interview') ? interview : others);
    }
  };

  // By their addresses, for the script that puts the chunks together. It asks again for what is missing, and says so.
  const begun = new Set();
  window.afterword = { forget };
  const begin = (files) => {
    for (const file of files.split(' ').filter((one) => !begun.has(one))) {
      begun.add(file);
      window.afterword[new URL(file, document.baseURI).href] = compiled(file).catch(() => null);
    }
  };

  // The example was asked for before the app is here: the app looks at the button.
  const wantExample = ({ target }) => {
    const button = target.closest('#frame .first-visit button');
    if (!button) return;
    button.setAttribute('aria-disabled', 'true');
    begin(today);
  };

  // The app has died, of a fault in it or for want of memory. Nothing in it answers any more, so that this is done here:
  // what is stored is saved as it lies there, which a restore understands.
  const isDeath = (failure) => typeof WebAssembly === 'object' && failure instanceof WebAssembly.RuntimeError;
  const tellOfDeath = ({ error, reason }) => {
    const told = document.getElementById('died');
    if (!isDeath(error || reason) || told.open) return;
    if (told.showModal) told.showModal();
    else told.open = true;
  };
  const saveWhatIsStored = () => {
    const ours = Object.keys(localStorage).filter((key) => key.startsWith('afterword/'));
    const stored = Object.fromEntries(ours.map((key) => [key, localStorage.getItem(key)]));
    const saved = Math.floor(Date.now() / 1000);
    const text = JSON.stringify({ app: 'afterword', schema: 1, saved, stored });
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
    link.download = `afterword-${new Date().toISOString().slice(0, 10)}-as-stored.json`;
    link.click();
  };
  const onDeath = ({ target }) => {
    if (target.id === 'died-save') saveWhatIsStored();
    if (target.id === 'died-reload') location.reload();
  };

  const start = async () => {
    const patience = setTimeout(show, LONG_WAIT, 'slow');
    applyTheme();
    follow();
    addEventListener('hashchange', () => { if (isWaiting() && root.dataset.start !== 'trouble') follow(); });
    addEventListener('click', wantExample);
    addEventListener('click', onDeath);
    addEventListener('error', tellOfDeath);
    addEventListener('unhandledrejection', tellOfDeath);
    try {
      const coming = [compiled(address('wasm')), bindings(address('bindings')), dressed];
      const [module, { default: run }] = await Promise.all(coming);
      await run({ module_or_path: module });
    } catch (failure) {
      clearTimeout(patience);
      console.error(failure);
      show(failure instanceof Trouble ? failure.kind : 'broken');
      tellOfDeath({ error: failure });
    }
  };

  start();
})();
