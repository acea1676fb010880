/** What the security headers of an answer depend on. */
export interface SecurityContext {
  /** The site's own address is https. */
  https: boolean;
  /** Set where the page carries scripts; the same value stands on its `<script>` elements. */
  nonce?: string | undefined;
  /** Hash of the one inline style sheet of a page that must look right by itself. */
  styleHash?: string | undefined;
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
  nonce,
  styleHash,
  development = false,
}: SecurityContext): [name: string, value: string][] {
  return [
    ['Content-Security-Policy', contentSecurityPolicy({ https, nonce, styleHash, development })],
    // Remix refuses forms whose Origin is `null`, which `no-referrer` would send; other sites learn nothing either way.
    ['Referrer-Policy', 'same-origin'],
    ['Permissions-Policy', PERMISSIONS.map((feature) => `${feature}=()`).join(', ')],
    ['Cross-Origin-Opener-Policy', 'same-origin'],
    ['Cross-Origin-Resource-Policy', 'same-origin'],
    ['Cross-Origin-Embedder-Policy', 'require-corp'],
    ['X-Content-Type-Options', 'nosniff'],
    ['X-Frame-Options', 'DENY'],
    ...(https ? [['Strict-Transport-Security', 'max-age=63072000; includeSubDomains'] as [string, string]] : []),
  ];
}

function contentSecurityPolicy({
  https,
  nonce,
  styleHash,
  development,
}: Required<Pick<SecurityContext, 'development'>> & SecurityContext): string {
  const scripts = development
    ? ["script-src 'self' 'unsafe-inline'", "connect-src 'self' ws:"]
    : nonce === undefined
      ? []
      : [`script-src 'self' 'nonce-${nonce}'`, "connect-src 'self'"];
  return [
    "default-src 'none'",
    ...scripts,
    styleSource(styleHash, development),
    "img-src 'self'",
    "font-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    ...(https ? ['upgrade-insecure-requests'] : []),
  ].join('; ');
}

function styleSource(hash: string | undefined, development: boolean | undefined): string {
  if (development) return "style-src 'self' 'unsafe-inline'";
  return hash === undefined ? "style-src 'self'" : `style-src '${hash}'`;
}
