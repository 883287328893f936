// Has Lighthouse look at what is served, on its own idea of a phone: `node lighthouse.mjs <address>`. Prints a line for
// each category, "lighthouse.today.performance 97", and one for each audit that is not right.
import * as launcher from 'chrome-launcher';
import lighthouse from 'lighthouse';

const SCREENS = { today: '', form: '#/interview' };
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'];

const served = process.argv[2];
const chrome = await launcher.launch({
  chromePath: process.env.CHROME,
  chromeFlags: ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
});
try {
  for (const [screen, place] of Object.entries(SCREENS)) {
    const settings = { port: chrome.port, onlyCategories: CATEGORIES, logLevel: 'error' };
    const { lhr } = await lighthouse(served + place, settings);
    if (lhr.runtimeError) throw new Error(lhr.runtimeError.message);
    for (const [name, { score, auditRefs }] of Object.entries(lhr.categories)) {
      console.log(`lighthouse.${screen}.${name} ${Math.round(score * 100)}`);
      if (name === 'performance') continue;
      const wrong = auditRefs.filter(({ weight }) => weight > 0).map(({ id }) => lhr.audits[id]).filter((audit) => audit.score !== null && audit.score < 1);
      for (const { id, title } of wrong) console.log(`# ${screen}, ${name}: ${id}, ${title}`);
    }
    for (const id of ['first-contentful-paint', 'largest-contentful-paint', 'total-blocking-time', 'cumulative-layout-shift']) {
      console.log(`# ${screen}: ${lhr.audits[id].title} ${lhr.audits[id].displayValue}`);
    }
  }
} finally {
  await chrome.kill();
}
