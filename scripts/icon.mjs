import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { launchBrowser } from './browser.mjs';
import { root } from './paths.mjs';

// Draws the icon of the package from the drawing in the activity bar: node scripts/icon.mjs
const side = 256;
const drawing = readFileSync(path.join(root, 'media/icons/common-ground.svg'), 'utf8');
const style = `margin:0;width:${side}px;height:${side}px;display:grid;place-items:center;background:#17495c;color:#fff`;
const page = `<body style="${style}"><style>svg{width:176px;height:176px}</style>${drawing}</body>`;

const browser = await launchBrowser();
try {
  const sheet = await browser.newPage({ viewport: { width: side, height: side } });
  await sheet.setContent(page);
  await writeFile(path.join(root, 'media/icons/common-ground.png'), await sheet.screenshot());
} finally {
  await browser.close();
}
