/** A color as lightness (0–1), chroma (0–0.4) and hue (degrees) in the OKLCH space. */
export interface Oklch {
  l: number;
  c: number;
  h: number;
}

interface Oklab {
  l: number;
  a: number;
  b: number;
}

function toOklab({ l, c, h }: Oklch): Oklab {
  const angle = (h * Math.PI) / 180;
  return { l, a: c * Math.cos(angle), b: c * Math.sin(angle) };
}

function toLinearRgb({ l, a, b }: Oklab): [number, number, number] {
  const long = (l + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const medium = (l - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const short = (l - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
    -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
    -0.0041960863 * long - 0.7034186147 * medium + 1.707614701 * short,
  ];
}

function toHexByte(linear: number): string {
  const clipped = Math.min(1, Math.max(0, linear));
  const encoded = clipped <= 0.0031308 ? clipped * 12.92 : 1.055 * clipped ** (1 / 2.4) - 0.055;
  return Math.round(encoded * 255)
    .toString(16)
    .padStart(2, '0');
}

function labToHex(color: Oklab): string {
  return `#${toLinearRgb(color).map(toHexByte).join('')}`;
}

/** The color as `#rrggbb`. */
export function hex(color: Oklch): string {
  return labToHex(toOklab(color));
}

/** The color that lies `amount` (0–1) of the way from one to the other, as `#rrggbb`; mixed as the eye sees it. */
export function mix(from: Oklch, to: Oklch, amount: number): string {
  const start = toOklab(from);
  const end = toOklab(to);
  const blend = (a: number, b: number): number => a + (b - a) * amount;
  return labToHex({ l: blend(start.l, end.l), a: blend(start.a, end.a), b: blend(start.b, end.b) });
}
