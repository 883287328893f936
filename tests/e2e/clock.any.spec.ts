// Times are worded as the browser's own fields count hours.
import { expect, openEmpty, setClock, test } from './support';
import { card, noteInterview } from './story';

for (const { locale, said, by } of [
  { locale: 'en-US', said: 'tomorrow, 2:30 PM', by: 'by 2:30 PM tomorrow' },
  { locale: 'en-GB', said: 'tomorrow, 14:30', by: 'by 14:30 tomorrow' },
]) {
  test.describe(locale, () => {
    test.use({ locale });

    test(`half past two in the afternoon is said as in ${locale}`, async ({ page }) => {
      await setClock(page, '2026-06-09T14:33');
      await openEmpty(page, 'interview');
      await expect(page.getByText(`Thank-yous are at their best until ${said}.`)).toBeVisible();
      // The field itself holds the same in both.
      await expect(page.getByLabel('Ended')).toHaveValue('14:30');
      await noteInterview(page);
      await expect(card(page, 'Thank Sam Ito')).toContainText(by);
      // Read from what is stored, it is the same.
      await page.reload();
      await expect(card(page, 'Thank Sam Ito')).toContainText(by);
    });
  });
}
