import source from '../styles/tokens.css?raw';

const light = source.slice(0, source.indexOf('@media'));
const declared = [...light.matchAll(/(--[\w-]+): ([^;]+);/g)].map(([, name = '', value = '']) => ({ name, value }));
const families = [...source.matchAll(/\.palette-(\w+)/g)].map(([, family = '']) => family);

const colors = declared.filter(({ value }) => value.startsWith('oklch'));
const steps = declared.filter(({ name }) => name.startsWith('--step-')).reverse();
const spaces = declared.filter(({ name }) => name.startsWith('--space-'));

/** Colors, sizes and distances as `tokens.css` declares them. */
export function Tokens() {
  return (
    <>
      <section className="gallery__section" id="colors">
        <h2>Colors</h2>
        <ul role="list" className="gallery__swatches">
          {colors.map(({ name }) => (
            <li key={name}>
              <Swatch fill={`var(${name})`} />
              <code>{name}</code>
            </li>
          ))}
        </ul>
        <h3>Families of the categories</h3>
        <ul role="list" className="gallery__swatches">
          {families.map((family) => (
            <li key={family} className={`palette-${family}`}>
              {['wash', 'tone', 'deep'].map((part) => (
                <Swatch key={part} fill={`var(--palette-${part})`} />
              ))}
              <code>{family}</code>
            </li>
          ))}
        </ul>
      </section>
      <section className="gallery__section" id="type">
        <h2>Type</h2>
        {steps.map(({ name, value }) => (
          <p key={name} className={`gallery__step gallery__step${name.slice('--step'.length)}`}>
            A calm answer first <code>{`${name}: ${value}`}</code>
          </p>
        ))}
      </section>
      <section className="gallery__section" id="space">
        <h2>Space</h2>
        {spaces.map(({ name, value }) => (
          <p key={name}>
            <svg className={`gallery__space gallery__space${name.slice('--space'.length)}`} aria-hidden="true">
              <rect width="100%" height="100%" fill="var(--fern)" />
            </svg>
            <code>{`${name}: ${value}`}</code>
          </p>
        ))}
      </section>
    </>
  );
}

function Swatch({ fill }: { fill: string }) {
  return (
    <svg className="gallery__swatch" aria-hidden="true">
      <rect width="100%" height="100%" fill={fill} />
    </svg>
  );
}
