// Starts the app, and says plainly what is wrong where it cannot. Written for old browsers too, since they are
// the ones that need the message. A build puts it into the head of the page: nothing is waited for before it runs.
(() => {
  'use strict';

  const LONG_WAIT = 10_000;
  const MAGIC = [0x00, 0x61, 0x73, 0x6d];

  const { core, today } = document.currentScript.dataset;
  const address = (id) => document.getElementById(id).href;

  // The page is whole, and its style is here (or will not come).
  const parsed = new Promise((done) => document.addEventListener('DOMContentLoaded', done, { once: true }));
  const dressed = parsed.then(() => {
    const style = document.querySelector('link[rel=stylesheet]');
    return style.sheet || new Promise((done) => { style.onload = style.onerror = done; });
  });

  const isToday = () => /^#?(\/(today)?)?$/.test(location.hash);

  const show = async (trouble) => {
    await parsed;
    // The messages are in the frame, and go with it: once the app has taken its place there is nothing to say.
    if (!document.getElementById('frame')) return;
    for (const message of document.querySelectorAll('[data-trouble]')) {
      message.hidden = message.dataset.trouble !== trouble;
    }
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
    if (!isFirstVisit()) begin([core, today]);
    try {
      const coming = [compiled(address('wasm')), bindings(address('bindings')), dressed];
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
