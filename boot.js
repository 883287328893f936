// Starts the app, and says plainly what is wrong where it cannot. Written for old browsers too, since they are
// the ones that need the message.
(() => {
  'use strict';

  const LONG_WAIT = 10_000;
  const MAGIC = [0x00, 0x61, 0x73, 0x6d];

  const address = (id) => document.getElementById(id).href;
  const show = (trouble) => {
    for (const message of document.querySelectorAll('[data-trouble]')) {
      message.hidden = message.dataset.trouble !== trouble;
    }
    document.documentElement.dataset.start = trouble ? 'trouble' : 'done';
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

  // Compiles while it arrives. A host that sends the wrong type makes that impossible: then once it is whole.
  const compiled = async (url) => {
    if (typeof WebAssembly !== 'object') throw new Trouble('blocked');
    const answer = await fetched(url);
    const spare = answer.clone();
    try {
      return await WebAssembly.compileStreaming(answer);
    } catch {
      return await compiledWhole(await whole(spare));
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

  const start = async () => {
    const patience = setTimeout(show, LONG_WAIT, 'slow');
    try {
      const [module, { default: run }] = await Promise.all([compiled(address('wasm')), bindings(address('bindings'))]);
      await run({ module_or_path: module });
      show(null);
    } catch (failure) {
      console.error(failure);
      show(failure instanceof Trouble ? failure.kind : 'broken');
    } finally {
      clearTimeout(patience);
    }
  };

  start();
})();
