import { contentLicenses } from '../content-licenses';
import { env } from '../env';

interface License {
  id: string;
  name: string;
  url: string;
}

/** Under which license the clinic lets others reuse its texts; null if it keeps all rights. */
export function contentLicense(): License | null {
  const { CONTENT_LICENSE: id } = env();
  return id === undefined ? null : { id, ...contentLicenses[id] };
}
