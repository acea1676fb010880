import type { ReactNode } from 'react';

/** Makes a button open a popover without a script. React 18 knows the attribute only in lower case. */
export function opens(id: string): { popovertarget: string } {
  return { popovertarget: id };
}

interface PopoverProps {
  id: string;
  /** What it is, for those who hear it. */
  label: string;
  children: ReactNode;
}

/** A small sheet beside the button that opens it. It closes by its own button, by Escape, and by a click elsewhere. */
export function Popover({ id, label, children }: PopoverProps) {
  return (
    <div id={id} className="popover" role="group" aria-label={label} {...{ popover: 'auto' }}>
      <div className="popover__text">{children}</div>
      <button type="button" className="popover__close" {...opens(id)} {...{ popovertargetaction: 'hide' }}>
        Close
      </button>
    </div>
  );
}
