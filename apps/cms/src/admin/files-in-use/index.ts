import { Link } from '@strapi/icons';

/** “Files in use”: a page of its own, since the media library has no place beside a file. */
export const filesInUsePage = {
  to: 'files-in-use',
  icon: Link,
  intlLabel: { id: 'clinic.files-in-use', defaultMessage: 'Files in use' },
  permissions: [{ action: 'plugin::upload.read', subject: null }],
  Component: () => import('./page'),
};
