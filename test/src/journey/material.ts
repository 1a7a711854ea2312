import type { Browser, Page } from 'playwright-core';

export interface Material {
  /** Taken by the manager before the visit, and by the contractor after it. */
  before: Upload[];
  after: Upload[];
  invoice: Upload;
}

export interface Upload {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

const drawing = (
  caption: string,
  wet: boolean,
): string => `<body style="margin:0;background:#cfd8dc;font-family:sans-serif">
  <svg viewBox="0 0 800 600" width="800" height="600">
    <rect width="800" height="600" fill="#b0bec5"/><rect x="180" y="80" width="440" height="90" rx="12" fill="#eceff1"/>
    <path d="M400 170 v120 q0 60 60 60 t60 60 v120" stroke="#90a4ae" stroke-width="46" fill="none"/>
    ${wet ? '<ellipse cx="470" cy="560" rx="210" ry="26" fill="#4fc3f7"/><circle cx="462" cy="430" r="12" fill="#0288d1"/>' : '<path d="M330 520 l40 40 90 -110" stroke="#2e7d32" stroke-width="20" fill="none"/>'}
    <text x="24" y="44" font-size="26" fill="#37474f">${caption}</text>
  </svg></body>`;

async function photo(page: Page, name: string, wet: boolean): Promise<Upload> {
  await page.setContent(drawing(name, wet));
  return { name, mimeType: 'image/jpeg', buffer: await page.screenshot({ type: 'jpeg', quality: 80 }) };
}

const INVOICE = `<h1>Facture F-2026-118</h1><p>Plomberie, dépannage</p>
  <table><tr><td>Remplacement du siphon</td><td>148,50 € HT</td></tr><tr><td>Total TTC</td><td>163,35 €</td></tr></table>`;

/** The photos and the invoice of the main job, drawn by the browser itself: real JPEG and PDF files. */
export async function prepareMaterial(browser: Browser): Promise<Material> {
  const page = await browser.newPage({ viewport: { width: 800, height: 600 } });
  const material = {
    before: [await photo(page, 'évier.jpg', true), await photo(page, 'siphon.jpg', true)],
    after: [await photo(page, 'siphon-remplacé.jpg', false), await photo(page, 'essai.jpg', false)],
    invoice: await page.setContent(INVOICE).then(async () => ({
      name: 'facture F-2026-118.pdf',
      mimeType: 'application/pdf',
      buffer: await page.pdf({ format: 'A4' }),
    })),
  };
  await page.close();
  return material;
}
