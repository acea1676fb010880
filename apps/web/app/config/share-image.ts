/** What large previews of a link are made for, in pixels. */
export const shareImageSize = { width: 1200, height: 630 } as const;
