import { imageSources, type ImageSources } from '#app/config/media.ts';

/** A picture, ready to be shown. `alt` is empty where it is decorative. */
export interface PictureView extends ImageSources {
  alt: string;
}

export function toPicture(image: { url: string; width: number; height: number; alt: string; decorative: boolean }): PictureView {
  return { ...imageSources(image), alt: image.decorative ? '' : image.alt };
}
