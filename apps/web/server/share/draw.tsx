import { readFileSync } from 'node:fs';
import path from 'node:path';

import satori from 'satori';
import sharp from 'sharp';

import { opened } from '../media/resize.ts';

import { colors, palettes } from './colors.ts';
import { faces, fonts, writable } from './lettering.ts';

import { draw } from '#app/components/cover/drawing.ts';
import { packageRoot } from '#app/config/root.server.ts';
import { shareImageSize } from '#app/config/share-image.ts';
import type { ShareCard } from '#app/models/share-card.ts';

// Only drawings of our own get here: what was uploaded is known by its first bytes before anything decodes it.
sharp.unblock({ operation: ['VipsForeignLoadSvgBuffer'] });

const { width, height } = shareImageSize;
const SHEET = 716;
const ART = width - SHEET;
const MARGIN = 64;
/** What is left for a title between the clinic's name and the edge. */
const TITLE_HEIGHT = 352;
const LEADING = 1.1;
const SMALLEST = 44;
const TITLE_SIZES = [78, 70, 62, 56, 50, SMALLEST] as const;

/** Draws the picture of a card, as PNG: a sheet of paper with its title, laid on its cover. */
export async function drawCard(card: ShareCard, cover: Buffer | null): Promise<Buffer> {
  const title = await writable(card.title);
  const art = cover ? await cut(cover) : drawn(card);
  const svg = await fitted(card, title, art);
  return sharp(Buffer.from(svg)).removeAlpha().png({ palette: true, quality: 92, effort: 8 }).toBuffer();
}

async function fitted(card: ShareCard, title: string | null, art: string): Promise<string> {
  let svg = '';
  for (const size of TITLE_SIZES) {
    let needed = 0;
    svg = await satori(<Card card={card} title={title} art={art} size={size} />, {
      width,
      height,
      fonts: fonts(),
      onNodeDetected: (node) => {
        if (node.key === 'title') needed = node.height;
      },
    });
    if (needed <= TITLE_HEIGHT) break;
  }
  return svg;
}

interface CardProps {
  card: ShareCard;
  title: string | null;
  art: string;
  size: number;
}

function Card({ card, title, art, size }: CardProps) {
  const { deep, tone } = palettes[card.palette];
  const markSize = card.clinic === null ? 92 : 44;
  return (
    <div style={{ display: 'flex', width, height, background: colors.paper }}>
      <img src={art} width={ART} height={height} style={{ position: 'absolute', left: SHEET, top: 0 }} />
      <div
        style={{
          position: 'absolute',
          left: SHEET,
          top: 0,
          width: 40,
          height,
          backgroundImage: 'linear-gradient(to right, rgba(25, 37, 29, 0.32), rgba(25, 37, 29, 0.1) 30%, rgba(25, 37, 29, 0))',
        }}
      />
      <div
        style={{
          display: 'flex',
          flexDirection: 'column',
          justifyContent: 'space-between',
          width: SHEET,
          height,
          boxSizing: 'border-box',
          padding: `${MARGIN - 8}px ${MARGIN - 12}px ${MARGIN - 4}px ${MARGIN}px`,
        }}
      >
        <div style={{ display: 'flex', alignItems: 'center', color: colors.fern }}>
          <img src={mark()} width={markSize} height={markSize} style={{ flexShrink: 0 }} />
          <div style={{ marginLeft: 14, fontFamily: faces.display, fontSize: 32 }}>{card.clinic ?? ''}</div>
        </div>
        <div style={{ display: 'flex', flexDirection: 'column' }}>
          {card.label && (
            <div style={{ display: 'flex', alignItems: 'center', marginBottom: 22 }}>
              <div style={{ width: 40, height: 4, borderRadius: 2, background: tone }} />
              <div style={{ marginLeft: 16, fontFamily: faces.text, fontSize: 28, color: deep }}>{card.label}</div>
            </div>
          )}
          <div
            key="title"
            style={{
              fontFamily: faces.display,
              fontSize: size,
              lineHeight: LEADING,
              letterSpacing: -0.01 * size,
              color: colors.ink,
              wordBreak: 'break-word',
              ...(size === SMALLEST
                ? { display: 'block', lineClamp: Math.floor(TITLE_HEIGHT / (size * LEADING)) }
                : { textWrap: 'balance' }),
            }}
          >
            {title}
          </div>
        </div>
      </div>
    </div>
  );
}

async function cut(cover: Buffer): Promise<string> {
  const picture = await opened(cover)
    .resize({ width: ART, height, fit: 'cover', position: sharp.strategy.attention })
    .png({ compressionLevel: 1 })
    .toBuffer();
  return `data:image/png;base64,${picture.toString('base64')}`;
}

function drawn({ seed, palette }: ShareCard): string {
  const { wash, tone, deep } = palettes[palette];
  const { sun, fronds } = draw(seed);
  const painted = [
    `<rect width="160" height="90" fill="${wash}"/>`,
    `<circle cx="${sun.x}" cy="${sun.y}" r="${sun.radius}" fill="#fefcf8" opacity="0.7"/>`,
    ...fronds.map((d, i) => `<path d="${d}" fill="${i === 2 ? deep : tone}" opacity="${[0.35, 0.75, 1][i]}"/>`),
  ];
  // The middle of the drawing, as much as the place for it shows.
  const seen = (90 * ART) / height;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${ART}" height="${height}" viewBox="${80 - seen / 2} 0 ${seen} 90">${painted.join('')}</svg>`;
  return `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
}

function mark(): string {
  return `data:image/svg+xml;base64,${readFileSync(path.join(packageRoot, 'public/mark.svg')).toString('base64')}`;
}
