import { homePath } from '#app/config/paths.ts';
import { site } from '#app/config/site.ts';
import { knownClinic } from '#app/content/clinic.server.ts';
import { cacheHeaders } from '#app/http/responses.ts';

/** How the site looks on a home screen. */
export async function loader(): Promise<Response> {
  const clinic = await knownClinic.askPatiently();
  const name = clinic?.name ?? site.fallbackName;
  const manifest = {
    name,
    short_name: name.replace(/\s*\(.*\)$/, ''),
    id: homePath,
    start_url: homePath,
    display: 'browser',
    lang: site.language,
    background_color: '#faf7ef',
    theme_color: '#faf7ef',
    icons: [192, 512].map((size) => ({ src: `/icon-${size}.png`, sizes: `${size}x${size}`, type: 'image/png', purpose: 'any' })),
  };
  return new Response(JSON.stringify(manifest), {
    headers: { 'Content-Type': 'application/manifest+json; charset=utf-8', ...cacheHeaders('feed') },
  });
}
