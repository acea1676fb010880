type Attributes = Record<string, string | number | undefined>;

/** An SVG element as text. Numbers are rounded, undefined attributes are left out. */
export function el(name: string, attributes: Attributes, ...children: string[]): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${typeof value === 'number' ? String(Math.round(value * 1000) / 1000) : String(value)}"`)
    .join('');
  return children.length === 0 ? `<${name}${written}/>` : `<${name}${written}>${children.join('')}</${name}>`;
}

export interface Stop {
  offset: number;
  color: string;
  opacity?: number;
}

/** Collects the gradients, patterns and filters of one picture and hands out references to them. */
export class Defs {
  readonly #parts: string[] = [];

  /** Adds a definition; `make` gets the id that it has to carry. The result is ready for a `fill` or `filter` attribute. */
  add(make: (id: string) => string): string {
    const id = `d${this.#parts.length.toString(36)}`;
    this.#parts.push(make(id));
    return `url(#${id})`;
  }

  linear(x1: number, y1: number, x2: number, y2: number, stops: readonly Stop[]): string {
    return this.add((id) =>
      el('linearGradient', { id, gradientUnits: 'userSpaceOnUse', x1, y1, x2, y2 }, ...stops.map(stopElement)),
    );
  }

  radial(cx: number, cy: number, r: number, stops: readonly Stop[], transform?: string): string {
    return this.add((id) =>
      el(
        'radialGradient',
        { id, gradientUnits: 'userSpaceOnUse', cx, cy, r, gradientTransform: transform },
        ...stops.map(stopElement),
      ),
    );
  }

  clip(d: string): string {
    return this.add((id) => el('clipPath', { id }, el('path', { d })));
  }

  toString(): string {
    return el('defs', {}, ...this.#parts);
  }
}

function stopElement({ offset, color, opacity }: Stop): string {
  return el('stop', { offset, 'stop-color': color, 'stop-opacity': opacity });
}
