import type { MetaFunction } from '@remix-run/node';

import { AccessibilityPage } from '#app/components/accessibility-page/accessibility-page.tsx';
import { useChrome } from '#app/components/frame/use-chrome.ts';
import { RouteError } from '#app/components/route-error/route-error.tsx';
import { accessibilityPath, homePath } from '#app/config/paths.ts';
import { pageMeta } from '#app/seo/page-meta.ts';

const trail = [
  { name: 'Home', path: homePath },
  { name: 'Accessibility', path: accessibilityPath },
];

export const meta: MetaFunction = (args) =>
  pageMeta(args, {
    title: 'Accessibility',
    description: 'The accessibility standard this site holds to, how we check it, what still falls short, and whom to tell.',
    path: accessibilityPath,
    trail,
  });

export default function AccessibilityRoute() {
  return <AccessibilityPage trail={trail} contact={useChrome().contact} />;
}

export function ErrorBoundary() {
  return <RouteError />;
}
