// The little of WebDriver that the scripts for other browsers need, over fetch: no package is asked for it.
import { spawn } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';

const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';

/** Starts a driver on a port, and waits until it answers. */
export async function start(command, args, port) {
  const child = spawn(command, args, { stdio: 'ignore' });
  const address = `http://127.0.0.1:${port}`;
  for (const end = Date.now() + 20_000; ; await pause(100)) {
    try {
      if ((await fetch(`${address}/status`)).ok) return { address, stop: () => child.kill() };
    } catch (failure) {
      if (Date.now() > end) throw failure;
    }
  }
}

/** A browser, as it is after its start. */
export class Browser {
  static async open(address, capabilities) {
    const browser = new Browser();
    browser.at = `${address}/session`;
    const { sessionId, capabilities: given } = await browser.ask('POST', '', { capabilities: { alwaysMatch: capabilities } });
    browser.capabilities = given;
    browser.at += `/${sessionId}`;
    return browser;
  }

  async ask(method, path, body) {
    const sent = method === 'POST' && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body ?? {}) };
    const answer = await fetch(this.at + path, { method, ...sent });
    const { value } = await answer.json();
    if (!answer.ok) throw new Error(`${path}: ${value.error}: ${value.message}`);
    return value;
  }

  close() { return this.ask('DELETE', ''); }
  go(url) { return this.ask('POST', '/url', { url }); }
  reload() { return this.ask('POST', '/refresh'); }
  tabs() { return this.ask('GET', '/window/handles'); }
  tab() { return this.ask('GET', '/window'); }
  to(handle) { return this.ask('POST', '/window', { handle }); }
  async newTab() {
    const { handle } = await this.ask('POST', '/window/new', { type: 'tab' });
    await this.to(handle);
    return handle;
  }

  /** Runs a function in the page; its promise is waited for. */
  run(work, ...args) {
    const script = `const done = arguments[arguments.length - 1]; Promise.resolve((${work})(...arguments)).then(done, (failure) => done({ failure: String(failure) }));`;
    return this.ask('POST', '/execute/async', { script, args });
  }

  /** Waits until a function in the page gives something, and gives that. */
  async until(what, work, ...args) {
    for (const end = Date.now() + 20_000; ; await pause(50)) {
      const found = await this.run(work, ...args);
      if (found && !found.failure) return found;
      if (Date.now() > end) throw new Error(`waited for: ${what} (${JSON.stringify(found)})`);
    }
  }

  /** The element that an XPath finds, once it is there. */
  async find(xpath) {
    for (const end = Date.now() + 20_000; ; await pause(50)) {
      try {
        return (await this.ask('POST', '/element', { using: 'xpath', value: xpath }))[ELEMENT];
      } catch (failure) {
        if (Date.now() > end) throw failure;
      }
    }
  }

  async type(xpath, text) { return this.ask('POST', `/element/${await this.find(xpath)}/value`, { text }); }
  async click(xpath) {
    const element = await this.find(xpath);
    try {
      await this.ask('POST', `/element/${element}/click`);
    } catch (failure) {
      // WebKit's driver presses nothing in a tab that is not in front.
      if (!/not interactable/.test(failure.message)) throw failure;
      await this.run((element) => element.click(), { [ELEMENT]: element });
    }
  }
}
