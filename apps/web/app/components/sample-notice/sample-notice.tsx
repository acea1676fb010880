import type { ReactNode } from 'react';

/** Says that what stands beside it is invented. Shown wherever a demo profile is, for as long as it is one. */
export function SampleNotice({ children }: { children: ReactNode }) {
  return (
    <p className="sample-notice" role="note">
      <strong className="sample-notice__label">Sample</strong> {children}
    </p>
  );
}
