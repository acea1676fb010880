/** What the security headers of an answer depend on. */
export interface SecurityContext {
  /** The site's own address is https. */
  https: boolean;
  /** The page carries scripts: files of the site, never one that stands in the page itself. */
  scripts?: boolean | undefined;
  /** Hash of the one inline style sheet of a page that must look right by itself. */
  styleHash?: string | undefined;
  /** The one other origin that may show this page in a frame: the CMS, for previews. */
  framedBy?: string | undefined;
  /** Loosened for Vite's injected styles, scripts and its socket. */
  development?: boolean | undefined;
}

const PERMISSIONS = [
  'accelerometer',
  'autoplay',
  'browsing-topics',
  'camera',
  'clipboard-read',
  'display-capture',
  'encrypted-media',
  'fullscreen',
  'geolocation',
  'gyroscope',
  'hid',
  'identity-credentials-get',
  'idle-detection',
  'local-fonts',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'picture-in-picture',
  'publickey-credentials-get',
  'screen-wake-lock',
  'serial',
  'storage-access',
  'usb',
  'xr-spatial-tracking',
];

/** The security headers of every answer of the site, as name and value. */
export function securityHeaders({
  https,
  scripts = false,
  styleHash,
  framedBy,
  development = false,
}: SecurityContext): [name: string, value: string][] {
  return [
    ['Content-Security-Policy', contentSecurityPolicy({ https, scripts, styleHash, framedBy, development })],
    // Remix refuses forms whose Origin is `null`, which `no-referrer` would send; other sites learn nothing either way.
    // The address of a preview is a key; it is told to nobody.
    ['Referrer-Policy', framedBy === undefined ? 'same-origin' : 'no-referrer'],
    ['Permissions-Policy', PERMISSIONS.map((feature) => `${feature}=()`).join(', ')],
    ['Cross-Origin-Opener-Policy', 'same-origin'],
    ['Cross-Origin-Resource-Policy', 'same-origin'],
    ['Cross-Origin-Embedder-Policy', 'require-corp'],
    ['X-Content-Type-Options', 'nosniff'],
    // Browsers that know `frame-ancestors` follow that; this header has no word for one other origin.
    ...(framedBy === undefined ? [['X-Frame-Options', 'DENY'] as [string, string]] : []),
    ...(https ? [['Strict-Transport-Security', 'max-age=63072000; includeSubDomains'] as [string, string]] : []),
  ];
}

function contentSecurityPolicy({
  https,
  scripts,
  styleHash,
  framedBy,
  development,
}: Required<Pick<SecurityContext, 'development' | 'scripts'>> & SecurityContext): string {
  const scriptSources = development ? "script-src 'self' 'unsafe-inline'" : scripts ? "script-src 'self'" : null;
  return [
    "default-src 'none'",
    ...(scriptSources === null ? [] : [scriptSources]),
    // Nothing on a page without scripts asks for anything; those who examine it in a browser ask for robots.txt in its name.
    `connect-src 'self'${development ? ' ws:' : ''}`,
    styleSource(styleHash, development),
    "img-src 'self'",
    "font-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    `frame-ancestors ${framedBy ?? "'none'"}`,
    ...(https ? ['upgrade-insecure-requests'] : []),
  ].join('; ');
}

function styleSource(hash: string | undefined, development: boolean | undefined): string {
  if (development) return "style-src 'self' 'unsafe-inline'";
  return hash === undefined ? "style-src 'self'" : `style-src '${hash}'`;
}
