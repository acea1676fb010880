import type { AboutView } from '#app/models/about.ts';

/** What the clinic offers. */
export function ServiceList({ services }: { services: AboutView['services'] }) {
  return (
    <dl className="services">
      {services.map(({ name, description }) => (
        <div key={name} className="services__entry">
          <dt>{name}</dt>
          <dd>{description}</dd>
        </div>
      ))}
    </dl>
  );
}
